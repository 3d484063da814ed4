package org.clausebook.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who made a change, by the only identity that is known of them. */
@Schema(description = "Who made the change: the identity their token carried, and no name.")
public record Author(
    @Schema(
            description =
                "Who vouches for the subject: an OpenID Connect issuer, or `clausebook` for the service itself.",
            examples = {"clausebook"})
        String issuer,
    @Schema(
            description = "The issuer's identifier for the author.",
            examples = {"bundled"})
        String subject) {}
