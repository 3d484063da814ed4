package org.clausebook.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebook.http.language.Text;

/**
 * What all deals share: regions, regulations and the identity of stakeholders, with the sources
 * that regulations and their milestones cite. Written, checked, published and revised like a
 * dossier.
 */
public record Reference(
    LocalDate reviewed,
    List<Region> regions,
    List<Stakeholder> stakeholders,
    List<Source> sources,
    List<Regulation> regulations) {

  public Reference {
    regions = Lists.orEmpty(regions);
    stakeholders = Lists.orEmpty(stakeholders);
    sources = Lists.orEmpty(sources);
    regulations = Lists.orEmpty(regulations);
  }

  public Optional<Source> source(String id) {
    return Lists.find(sources, Source::id, id);
  }

  public Optional<Region> region(String id) {
    return Lists.find(regions, Region::id, id);
  }

  public Optional<Stakeholder> stakeholder(String id) {
    return Lists.find(stakeholders, Stakeholder::id, id);
  }

  public Optional<Regulation> regulation(String id) {
    return Lists.find(regulations, Regulation::id, id);
  }

  /**
   * True when a milestone is certainly behind. One that no statement asserts has not come, however
   * late it is: it may or will be.
   */
  public boolean hasCome(Milestone milestone, LocalDate day) {
    boolean isOver =
        milestone.by() == null ? milestone.date().hasCome(day) : !milestone.by().isAfter(day);
    return isOver && isAsserted(milestone);
  }

  private boolean isAsserted(Milestone milestone) {
    return milestone.cites().stream()
        .map(each -> each.split("/", 2))
        .flatMap(
            cited ->
                source(cited[0])
                    .flatMap(
                        source -> Lists.find(source.statements(), Source.Statement::id, cited[1]))
                    .stream())
        .anyMatch(statement -> statement.mode() == Dossier.Certainty.asserted);
  }

  /**
   * A place where a deal has consequences.
   *
   * @param id upper-case code: ISO 3166-1 alpha-2 for countries, else a name such as {@code EU}
   * @param parent code of the region it lies within; null for the outermost
   */
  public record Region(String id, String parent, Text name) {}

  /**
   * Who a stakeholder is, whatever the deal.
   *
   * @param region code of its home or jurisdiction
   * @param url its own site; null for groups
   */
  public record Stakeholder(
      String id, StakeholderKind kind, Text name, Text description, String region, String url) {}

  /** What sort of body a stakeholder is. */
  public enum StakeholderKind {
    company,
    foundation,
    panel,
    authority,
    institution,
    group
  }

  /**
   * A law, decision or official guidance.
   *
   * @param name the short name in use
   * @param title the official name, shortened
   * @param authorities slugs of the stakeholders that apply it
   * @param amends slugs of the regulations it amends
   */
  public record Regulation(
      String id,
      RegulationKind kind,
      Text name,
      Text title,
      Text summary,
      String region,
      List<String> authorities,
      List<String> amends,
      Identifiers identifiers,
      String url,
      List<Milestone> milestones,
      List<String> cites) {
    public Regulation {
      authorities = Lists.orEmpty(authorities);
      amends = Lists.orEmpty(amends);
      milestones = Lists.orEmpty(milestones);
      cites = Lists.orEmpty(cites);
    }
  }

  /** What sort of text a regulation is. */
  public enum RegulationKind {
    regulation,
    decision,
    law,
    proposal,
    guidance,
    code,
    opinion,
    certification,
    proceeding
  }

  /**
   * The official identifiers of a text, each null when it has none.
   *
   * @param celex EUR-Lex number, such as {@code 32024R1689}
   * @param eli European Legislation Identifier, a URI
   * @param jorf Légifrance text number, {@code JORFTEXT…}
   * @param legi Légifrance article number, {@code LEGIARTI…}
   * @param ecli European Case Law Identifier
   * @param number the number in common use, such as {@code 2016/679} or {@code 24-A-05}
   */
  public record Identifiers(
      String celex, String eli, String jorf, String legi, String ecli, String number) {}

  /**
   * A dated step in the life or application of a regulation.
   *
   * @param by day by which it had happened, where no more than the month or year is known; null
   *     where that is not known either
   */
  public record Milestone(
      String id, PartialDate date, LocalDate by, Text text, List<String> cites) {
    public Milestone {
      cites = Lists.orEmpty(cites);
    }
  }
}
