package org.clausebook.bench;

import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes made-up deals, one dossier as JSON on each line, as the command {@code import} reads them:
 *
 * <pre>java src/bench/java/org/clausebook/bench/GenerateDeals.java 100000 &gt; deals.ndjson</pre>
 *
 * A number gives the same deals on every machine, and the first deals of a larger number are those of
 * a smaller one. Names are invented and told apart by rare words; the texts are of words that many
 * deals share, as those of real deals are. It needs a JDK and nothing else.
 */
public final class GenerateDeals {

  private static final String[] PARTIES = {
    "microsoft", "oracle", "amazon", "nvidia", "softbank", "anthropic", "mistral-ai", "orange",
    "capgemini", "bleu", "s3ns"
  };
  private static final String[] REGULATORS = {
    "european-commission", "cnil", "uk-cma", "us-ftc", "autorite-de-la-concurrence", "irish-dpc"
  };
  private static final String[] CONCERNED = {
    "french-startups", "french-companies", "french-public-sector", "european-cloud-providers",
    "european-users"
  };
  private static final String[] REGIONS = {"WORLD", "EU", "FR", "IE", "IT", "GB", "JP", "US"};
  private static final String[] REGULATIONS = {
    "gdpr", "ai-act", "dma", "dsa", "data-act", "secnumcloud", "loi-sren", "eu-merger-regulation"
  };
  private static final String[] SYLLABLES = {
    "ba", "cor", "del", "fen", "gra", "hel", "jun", "kal", "lor", "mer", "nov", "ost", "pra",
    "quin", "ros", "sil", "tar", "ulm", "ver", "wex", "yor", "zan"
  };

  /** A subject that deals settle: identifier, theme, title and question, then what is settled. */
  private record Subject(
      String id, String theme, Text title, Text subject, Text first, Text second) {}

  private record Text(String fr, String en) {

    /** With the names and values of one deal: {a}, {b} parties, {p} product, {n} per cent, {y} year. */
    Text with(Values values) {
      return new Text(values.in(fr), values.in(en));
    }

    String json() {
      return "{\"fr\":" + quoted(fr) + ",\"en\":" + quoted(en) + "}";
    }
  }

  private record Values(String a, String b, String product, int percent, int year, int amount) {

    String in(String text) {
      return text.replace("{a}", a)
          .replace("{b}", b)
          .replace("{p}", product)
          .replace("{n}", Integer.toString(percent))
          .replace("{y}", Integer.toString(year))
          .replace("{m}", Integer.toString(amount));
    }
  }

  private static final List<Subject> SUBJECTS =
      List.of(
          subject(
              "revenue-share", "economics", "Partage du revenu", "Revenue share",
              "Quelle part du revenu de {p} revient à {a} ?", "What share of {p} revenue goes to {a}?",
              "{b} verse à {a} {n} % du revenu tiré de {p}.", "{b} pays {a} {n}% of the revenue from {p}.",
              "La part de {a} dans le revenu de {p} est plafonnée à {m} millions d’euros par an.", "The share of {a} in {p} revenue is capped at {m} million euros a year."),
          subject(
              "cloud-commitment", "cloudAndCompute", "Engagement d’achat de cloud", "Cloud commitment",
              "Combien de calcul {b} s’engage-t-elle à acheter ?", "How much compute does {b} commit to buy?",
              "{b} achète à {a} pour {m} millions d’euros de cloud jusqu’en {y}.", "{b} buys {m} million euros of cloud from {a} until {y}.",
              "L’engagement de cloud passe à {m} millions d’euros, répartis entre plusieurs fournisseurs.", "The cloud commitment becomes {m} million euros, spread over several providers."),
          subject(
              "model-licence", "intellectualProperty", "Licence des modèles", "Licence of the models",
              "Que peut faire {a} des modèles de {b} ?", "What may {a} do with the models of {b}?",
              "{a} emploie les modèles {p} dans ses produits, partout dans le monde.", "{a} uses the {p} models in its products, worldwide.",
              "La licence des modèles {p} s’étend aux versions publiées avant {y}.", "The licence of the {p} models extends to versions released before {y}."),
          subject(
              "model-exclusivity", "intellectualProperty", "Exclusivité des modèles", "Exclusivity of the models",
              "{a} est-elle seule à offrir les modèles ?", "Is {a} alone in offering the models?",
              "{a} est seule à offrir {p} par son interface de programmation.", "{a} alone offers {p} through its programming interface.",
              "D’autres plateformes offrent {p} ; {a} garde une avance de {n} jours.", "Other platforms offer {p}; {a} keeps a lead of {n} days."),
          subject(
              "board-seat", "governance", "Siège au conseil", "Board seat",
              "{a} siège-t-elle au conseil de {b} ?", "Does {a} sit on the board of {b}?",
              "{a} a un siège d’observateur au conseil d’administration de {b}.", "{a} has an observer seat on the board of {b}.",
              "{a} nomme un administrateur de {b}, sans droit de veto.", "{a} appoints a director of {b}, without a veto."),
          subject(
              "equity-stake", "economics", "Participation au capital", "Equity stake",
              "Quelle part du capital de {b} revient à {a} ?", "What share of {b} does {a} hold?",
              "{a} détient environ {n} % du capital de {b}.", "{a} holds about {n}% of {b}.",
              "Après dilution, {a} détient environ {n} % du capital de {b}.", "After dilution {a} holds about {n}% of {b}."),
          subject(
              "data-residency", "independence", "Lieu des données", "Data residency",
              "Où les données des clients européens sont-elles conservées ?", "Where are the data of European customers kept?",
              "Les données des clients européens de {p} restent dans l’Union européenne.", "The data of European customers of {p} stay in the European Union.",
              "Les données et le support de {p} restent en Europe, sous clés tenues par le client.", "Data and support of {p} stay in Europe, under keys held by the customer."),
          subject(
              "compute-capacity", "cloudAndCompute", "Capacité de calcul", "Compute capacity",
              "Quelle capacité {a} réserve-t-elle ?", "What capacity does {a} reserve?",
              "{a} réserve {m} mégawatts de centres de données à {b}.", "{a} reserves {m} megawatts of data centres for {b}.",
              "La capacité réservée suit la demande de {b}, dans la limite de {m} mégawatts.", "Reserved capacity follows the demand of {b}, within {m} megawatts."),
          subject(
              "right-of-first-refusal", "cloudAndCompute", "Droit de premier refus", "Right of first refusal",
              "{b} doit-elle d’abord demander à {a} ?", "Must {b} ask {a} first?",
              "{b} propose d’abord à {a} toute capacité nouvelle de calcul.", "{b} first offers {a} any new need of compute.",
              "Le droit de premier refus ne porte plus que sur l’entraînement des modèles.", "The right of first refusal covers the training of models only."),
          subject(
              "open-weights", "independence", "Poids ouverts", "Open weights",
              "{b} peut-elle publier des poids ?", "May {b} release weights?",
              "{b} publie les poids des modèles {p} qui passent les critères de sûreté.", "{b} releases the weights of {p} models that meet the safety criteria.",
              "La publication des poids de {p} attend l’avis du comité de sûreté.", "Release of the weights of {p} awaits the opinion of the safety committee."),
          subject(
              "safety-review", "governance", "Revue de sûreté", "Safety review",
              "Qui examine les modèles avant leur sortie ?", "Who reviews the models before release?",
              "Un comité commun examine {p} avant chaque mise sur le marché.", "A joint committee reviews {p} before each release.",
              "Un panel indépendant vérifie ce que {b} déclare de {p}.", "An independent panel verifies what {b} declares of {p}."),
          subject(
              "termination", "governance", "Résiliation", "Termination",
              "Comment l’accord prend-il fin ?", "How does the agreement end?",
              "Chaque partie peut résilier l’accord avec un préavis de {n} mois.", "Either party may end the agreement with {n} months’ notice.",
              "L’accord ne peut être résilié avant {y}, sauf manquement grave.", "The agreement cannot be ended before {y}, save for serious breach."),
          subject(
              "joint-research", "intellectualProperty", "Recherche commune", "Joint research",
              "À qui sont les fruits de la recherche commune ?", "Who owns what joint research yields?",
              "Les brevets issus de la recherche commune sur {p} sont partagés à parts égales.", "Patents from joint research on {p} are shared equally.",
              "{b} garde les brevets sur {p} et en donne licence à {a}.", "{b} keeps the patents on {p} and licenses them to {a}."),
          subject(
              "public-sector-access", "independence", "Accès du secteur public", "Public sector access",
              "Le secteur public peut-il employer le service ?", "May the public sector use the service?",
              "{p} s’offre aux administrations à un tarif réduit de {n} %.", "{p} is offered to administrations at a price reduced by {n}%.",
              "{p} s’offre aux administrations sur un cloud qualifié SecNumCloud.", "{p} is offered to administrations on a cloud qualified as SecNumCloud."));

  private static Subject subject(
      String id, String theme, String fr, String en, String subjectFr, String subjectEn,
      String firstFr, String firstEn, String secondFr, String secondEn) {
    return new Subject(
        id,
        theme,
        new Text(fr, en),
        new Text(subjectFr, subjectEn),
        new Text(firstFr, firstEn),
        new Text(secondFr, secondEn));
  }

  private final int number;
  private final Random random;
  private final Values values;
  private final String owner;
  private final String other;
  private final List<String> statements = new ArrayList<>();

  private GenerateDeals(int number) {
    this.number = number;
    this.random = new Random(number * 0x9E3779B97F4A7C15L);
    this.values =
        new Values(name() + " " + name(), name() + " " + name(), name(), 2 + random.nextInt(48),
            2027 + random.nextInt(12), 10 * (1 + random.nextInt(900)));
    int first = random.nextInt(PARTIES.length);
    this.owner = PARTIES[first];
    this.other = PARTIES[(first + 1 + random.nextInt(PARTIES.length - 1)) % PARTIES.length];
  }

  public static void main(String... arguments) {
    int deals = Integer.parseInt(arguments[0]);
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    for (int number = 1; number <= deals && !out.checkError(); number++) {
      out.print(dossier(number));
      out.print('\n');
    }
    out.flush();
  }

  /** The slug of a deal. */
  public static String slug(int number) {
    return "made-" + number;
  }

  static String dossier(int number) {
    return new GenerateDeals(number).json();
  }

  private String json() {
    LocalDate signed = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3600));
    LocalDate amended = signed.plusDays(120 + random.nextInt(700));
    List<String> clauses = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    int skipped = random.nextInt(SUBJECTS.size());
    for (int i = 0; i < SUBJECTS.size(); i++) {
      if (i != skipped && i != (skipped + 5) % SUBJECTS.size()) {
        boolean changes = random.nextInt(3) == 0;
        clauses.add(clause(SUBJECTS.get(i), signed, changes ? amended : null));
        if (!changes && random.nextInt(4) == 0) {
          silent.add(quoted(SUBJECTS.get(i).id()));
        }
      }
    }
    Subject known = SUBJECTS.get((skipped + 1) % SUBJECTS.size());
    String notice = source() + "/s1";
    statement(new Text("{a} et {b} annoncent leur accord.", "{a} and {b} announce their agreement."));
    String because = "\"cites\":[" + quoted(source() + "/s" + statements.size()) + "]";
    String gazette = "gazette-" + number;
    List<String> implications = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      implications.add(implication(i, because, known, notice));
    }
    return "{\"deal\":" + quoted(slug(number))
        + ",\"reviewed\":\"2026-11-01\",\"status\":\"active\",\"title\":"
        + new Text("Accord entre {a} et {b} sur {p}", "Agreement between {a} and {b} on {p}").with(values).json()
        + ",\"summary\":"
        + new Text(
            "{a} et {b} règlent l’accès à {p}, le calcul, le partage du revenu et la gouvernance jusqu’en {y}.",
            "{a} and {b} settle access to {p}, compute, the revenue share and governance until {y}.").with(values).json()
        + ",\"parties\":[" + quoted(owner) + "," + quoted(other) + "]," + because
        + ",\"sources\":[{\"id\":" + quoted(source()) + ",\"kind\":\"companyPost\",\"title\":"
        + new Text("Annonce de {a}", "Announcement by {a}").with(values).json()
        + ",\"language\":\"en\",\"published\":\"" + signed + "\",\"url\":\"https://example.org/made/" + number
        + "\",\"statements\":[" + String.join(",", statements) + "]},{\"id\":" + quoted(gazette)
        + ",\"kind\":\"press\",\"title\":" + new Text("Gazette du calcul", "Compute gazette").json()
        + ",\"language\":\"fr\",\"statements\":[" + said("g1", new Text("{a} paierait {n} % de plus.", "{a} is said to pay {n}% more."), "possible", "secondary") + "]}]"
        + ",\"instruments\":["
        + instrument("signature", "definitiveAgreement", signed, new Text("Signature", "Signature"), List.of(), because) + ","
        + instrument("amendment", "amendment", amended, new Text("Avenant", "Amendment"), silent, because)
        + "],\"events\":[{\"id\":\"profitability\",\"status\":\"pending\",\"title\":"
        + new Text("{b} est rentable", "{b} is profitable").with(values).json() + ",\"text\":"
        + new Text("{b} déclare un premier exercice bénéficiaire.", "{b} reports a first profitable year.").with(values).json()
        + "," + because + "}],\"clauses\":[" + String.join(",", clauses)
        + "],\"stakeholders\":["
        + stakeholder(owner, "party", new Text("Veut l’accès à {p}.", "Wants access to {p}."), because) + ","
        + stakeholder(other, "party", new Text("Veut du calcul et un revenu.", "Wants compute and revenue."), because) + ","
        + stakeholder(REGULATORS[number % REGULATORS.length], "regulator", new Text("Examine l’accord.", "Reviews the agreement."), because)
        + "],\"implications\":[" + String.join(",", implications)
        + "],\"discrepancies\":[{\"id\":\"price\",\"source\":" + quoted(gazette) + ",\"statements\":[" + quoted(gazette + "/g1")
        + "],\"verdict\":\"contradicted\",\"title\":" + new Text("Qui paie plus ?", "Who pays more?").json()
        + ",\"says\":" + new Text("{a} paie plus.", "{a} pays more.").with(values).json()
        + ",\"reading\":" + new Text("{a} ne paie pas plus.", "{a} does not pay more.").with(values).json()
        + ",\"why\":" + new Text("L’annonce fait foi.", "The announcement prevails.").json()
        + ",\"clauses\":[" + quoted(known.id()) + "]," + because
        + "}],\"unknowns\":[{\"id\":\"the-terms\",\"missing\":\"text\",\"reason\":\"notPublished\",\"title\":"
        + new Text("Le texte de l’accord", "The text of the agreement").json() + ",\"text\":"
        + new Text("Le contrat entre {a} et {b} n’est pas publié.", "The contract between {a} and {b} is not published.").with(values).json()
        + ",\"terms\":[" + quoted(known.id() + "/" + signed) + "],\"sourcesRead\":[" + quoted(source())
        + "]}],\"timeline\":[{\"id\":\"talks\",\"date\":\"" + signed.toString().substring(0, 7) + "\",\"title\":"
        + new Text("Pourparlers", "Talks").json() + ",\"text\":"
        + new Text("{a} et {b} négocient.", "{a} and {b} negotiate.").with(values).json() + "," + because + "}]}";
  }

  private String clause(Subject subject, LocalDate signed, LocalDate amended) {
    String first = statement(subject.first());
    String second = amended == null ? null : statement(subject.second());
    String from = signed.toString();
    StringBuilder json = new StringBuilder("{\"id\":").append(quoted(subject.id()));
    json.append(",\"theme\":").append(quoted(subject.theme()));
    json.append(",\"title\":").append(subject.title().json());
    json.append(",\"subject\":").append(subject.subject().with(values).json());
    json.append(",\"binds\":[").append(quoted(other)).append("],\"benefits\":[").append(quoted(owner));
    json.append("],\"terms\":[{\"from\":\"").append(from).append('"');
    if (amended != null) {
      json.append(",\"until\":\"").append(amended).append('"');
    }
    json.append(",\"introducedBy\":\"signature\",\"text\":").append(subject.first().with(values).json());
    if (subject.id().endsWith("exclusivity")) {
      json.append(",\"exclusive\":true");
    }
    json.append(figure(subject)).append(",\"cites\":[").append(quoted(first)).append("]}");
    if (amended != null) {
      json.append(",{\"from\":\"").append(amended).append("\",\"introducedBy\":\"amendment\",\"text\":");
      json.append(subject.second().with(values).json());
      json.append(",\"end\":{\"rule\":\"earlier\",\"until\":\"").append(values.year() + 1);
      json.append("-01-01\",\"event\":\"profitability\",\"text\":");
      json.append(new Text("Jusqu’en {y} ou à la rentabilité", "Through {y} or to profitability").with(values).json());
      json.append("},\"cites\":[").append(quoted(second)).append("]}");
    }
    json.append("],\"effects\":[").append(effect("signature", "created", new Text("Elle apparaît.", "It appears."), first));
    if (amended != null) {
      json.append(',').append(effect("amendment", "substituted", new Text("L’avenant la remplace.", "The amendment replaces it."), second));
    }
    return json.append("]}").toString();
  }

  private String figure(Subject subject) {
    return switch (subject.id()) {
      case "revenue-share", "equity-stake" ->
          ",\"figures\":[{\"id\":\"share\",\"label\":" + new Text("Part", "Share").json()
              + ",\"disclosed\":true,\"share\":{\"percent\":" + values.percent() + ",\"qualifier\":\"about\"}}]";
      case "cloud-commitment" ->
          ",\"figures\":[{\"id\":\"total\",\"label\":" + new Text("Total", "Total").json()
              + ",\"disclosed\":true,\"amount\":{\"value\":" + values.amount() + "000000,\"currency\":\"EUR\",\"qualifier\":\"upTo\"}}]";
      default -> "";
    };
  }

  private static String effect(String instrument, String kind, Text text, String statement) {
    return "{\"instrument\":\"" + instrument + "\",\"kind\":\"" + kind + "\",\"text\":" + text.json()
        + ",\"cites\":[" + quoted(statement) + "]}";
  }

  private static String instrument(
      String id, String kind, LocalDate date, Text title, List<String> silentOn, String because) {
    return "{\"id\":\"" + id + "\",\"kind\":\"" + kind + "\",\"date\":\"" + date + "\",\"title\":" + title.json()
        + ",\"summary\":" + new Text(title.fr() + " de l’accord.", title.en() + " of the agreement.").json()
        + ",\"binding\":true,"
        + (silentOn.isEmpty() ? "" : "\"silentOn\":[" + String.join(",", silentOn) + "],") + because + "}";
  }

  private String stakeholder(String id, String role, Text concern, String because) {
    return "{\"stakeholder\":" + quoted(id) + ",\"role\":\"" + role + "\",\"concern\":" + concern.with(values).json()
        + "," + because + "}";
  }

  private String implication(int place, String because, Subject known, String stated) {
    String[] natures = {"opportunity", "challenge", "obligation", "neutral"};
    return "{\"id\":\"consequence-" + (place + 1) + "\",\"region\":" + quoted(REGIONS[random.nextInt(REGIONS.length)])
        + ",\"nature\":\"" + natures[place] + "\",\"theme\":" + quoted(known.theme()) + ",\"certainty\":\"possible\",\"title\":"
        + new Text("Ce que l’accès à {p} change", "What access to {p} changes").with(values).json() + ",\"text\":"
        + new Text(
            "Les entreprises qui emploient {p} par le cloud de {a} dépendent des conditions de l’accord avec {b}.",
            "Companies that use {p} through the cloud of {a} depend on the terms of the agreement with {b}.").with(values).json()
        + ",\"stakeholders\":[" + quoted(CONCERNED[random.nextInt(CONCERNED.length)]) + "],\"clauses\":[{\"clause\":"
        + quoted(known.id()) + ",\"basis\":\"stated\",\"cites\":[" + quoted(stated) + "]}],\"regulations\":[{\"regulation\":"
        + quoted(REGULATIONS[random.nextInt(REGULATIONS.length)]) + ",\"basis\":\"editorial\",\"reason\":"
        + new Text("Des données personnelles circulent.", "Personal data flow.").json() + "}]," + because + "}";
  }

  /** Adds what the announcement says, and gives the reference to it. */
  private String statement(Text text) {
    String id = "s" + (statements.size() + 1);
    statements.add(said(id, text, "asserted", "primary"));
    return source() + "/" + id;
  }

  private String said(String id, Text text, String mode, String evidence) {
    return "{\"id\":\"" + id + "\",\"locator\":" + new Text("§ " + id.substring(1), "paragraph " + id.substring(1)).json()
        + ",\"text\":" + text.with(values).json() + ",\"mode\":\"" + mode + "\",\"evidence\":\"" + evidence + "\"}";
  }

  private String source() {
    return "notice-" + number;
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }
}
