package org.clausebook.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

@AdminsOnly
@Provider
@Priority(Priorities.AUTHENTICATION)
class AdminsFilter implements ContainerRequestFilter {

  private final Curators curators;

  AdminsFilter(Curators curators) {
    this.curators = curators;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    curators.admit(Role.admin);
  }
}
