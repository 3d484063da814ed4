package org.clausebook.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vertx.core.buffer.Buffer;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.clausebook.http.Content;
import org.junit.jupiter.api.Test;

/** The few rules that the compiler cannot hold for us, each with its reason. */
class ArchitectureTest {

  private static final String ROOT = "org.clausebook";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final DescribedPredicate<JavaClass> OURS = resideInAPackage(ROOT + "..");

  @Test
  void httpKnowsNoFeature() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".http..")
            .should()
            .dependOnClassesThat(OURS.and(not(resideInAPackage(ROOT + ".http.."))))
            .because("how we speak HTTP must not change with what we speak about"));
  }

  @Test
  void dossierKnowsOnlyHttp() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".dossier..")
            .should()
            .dependOnClassesThat(
                OURS.and(not(resideInAnyPackage(ROOT + ".dossier..", ROOT + ".http.."))))
            .because(
                "a dossier is read and checked the same way whoever brings it: a file, a client, a test"));
  }

  @Test
  void revisionKnowsOnlyDossierAndHttp() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".revision..")
            .should()
            .dependOnClassesThat(
                OURS.and(
                    not(
                        resideInAnyPackage(
                            ROOT + ".revision..", ROOT + ".dossier..", ROOT + ".http.."))))
            .because("what was published is kept whole, whatever the features make of it"));
  }

  @Test
  void featuresFormNoCycle() {
    check(
        slices()
            .matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("two features that need each other are one feature, or hide a third"));
  }

  @Test
  void nobodyNamesTheEmbeddedDatabase() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".embedded..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ROOT + ".embedded..", "io.zonky.."))
            .because("the production build is made without it"));
  }

  @Test
  void rowsStayInTheirPackage() {
    check(
        classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Entity")
            .because("a table may change without the neighbours noticing"));
  }

  @Test
  void resourcesServeNoRows() {
    check(
        methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(jakarta.ws.rs.Path.class)
            .and()
            .arePublic()
            .should(notInvolve(Entity.class))
            .because(
                "what is served is a view of a dossier, decided on its own; rows are storage"));
  }

  @Test
  void resourcesAreReachedThroughHttpOnly() {
    check(
        classes()
            .that()
            .areAnnotatedWith(jakarta.ws.rs.Path.class)
            .should()
            .bePackagePrivate()
            .because("what two callers need belongs into a class that knows nothing of HTTP"));
  }

  @Test
  void classesAreNamedAfterTheDomain() {
    check(
        noClasses()
            .should()
            .haveNameMatching(
                ".*(Utils?|Helper|Manager|Impl|Dto|DTO|ServiceImpl|Constants)(\\$.*)?")
            .because("a class that is named after a layer or a drawer collects whatever comes by"));
    check(
        noClasses()
            .should()
            .resideInAnyPackage(
                "..model..", "..dto..", "..entity..", "..service..", "..util..", "..common..")
            .because("a reader looks for a subject, not for a kind of class"));
  }

  @Test
  void constantsCanBeMadeAtBuildTime() {
    check(
        noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(
                assignableTo(Buffer.class)
                    .or(assignableTo(Content.class))
                    .or(assignableTo(Thread.class))
                    .or(assignableTo(Random.class))
                    .or(assignableTo(Executor.class))
                    .or(assignableTo(HttpClient.class))
                    .or(assignableTo(Instant.class)))
            .because("a native image is built with the values that constants have then"));
  }

  @Test
  void nothingIsLookedForByName() {
    check(
        noClasses()
            .should()
            .callMethodWhere(
                describe(
                    "it finds a class or a bundle by name",
                    call -> {
                      String owner = call.getTargetOwner().getName();
                      return switch (call.getName()) {
                        case "forName" -> owner.equals("java.lang.Class");
                        case "getBundle" -> owner.equals("java.util.ResourceBundle");
                        case "newInstance" -> owner.startsWith("javax.xml.");
                        default -> false;
                      };
                    }))
            .because("a native image holds only the names that were registered"));
  }

  @Test
  void nativeImageHoldsEveryResource() throws IOException {
    Path resources = Path.of("src/main/resources");
    Properties settings = new Properties();
    try (Reader in = Files.newBufferedReader(resources.resolve("application.properties"))) {
      settings.load(in);
    }
    List<String> included =
        List.of(settings.getProperty("quarkus.native.resources.includes").split(","));
    // The first two are brought in by Quarkus, examples are read by the build alone.
    List<String> others = List.of("META-INF", "application.properties", "examples");
    try (Stream<Path> rooms = Files.list(resources)) {
      assertEquals(
          List.of(),
          rooms
              .map(room -> room.getFileName().toString())
              .filter(name -> !others.contains(name))
              .filter(name -> included.stream().noneMatch(each -> each.startsWith(name + "/")))
              .toList());
    }
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      List<Path> silent =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.startsWith("src/test"))
              .map(Path::getParent)
              .distinct()
              .filter(room -> Files.notExists(room.resolve("package-info.java")))
              .sorted()
              .toList();
      assertEquals(
          List.of(),
          silent,
          "Add a package-info.java that says what the thing is in the world and which words are used");
    }
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  /** Neither returns nor takes it, as such or as part of a generic type. */
  private static ArchCondition<JavaMethod> notInvolve(Class<Entity> annotation) {
    return new ArchCondition<>("neither take nor return an @" + annotation.getSimpleName()) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        method.getReturnType().getAllInvolvedRawTypes().stream()
            .filter(type -> type.isAnnotatedWith(annotation))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " serves " + type.getName())));
        method.getParameterTypes().stream()
            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
            .filter(type -> type.isAnnotatedWith(annotation))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " takes " + type.getName())));
      }
    };
  }
}
