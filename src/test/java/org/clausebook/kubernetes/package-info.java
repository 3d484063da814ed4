/**
 * The manifests in {@code k8s/}, as an installation gets them: rendered by kustomize, read object
 * by object, held against the schema of Kubernetes, against each other and against the application.
 */
package org.clausebook.kubernetes;
