import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/**
 * HL7's validation engine with R4's own definitions, offline: {@code FhirValidation [FOLDER...] < resources}.
 *
 * <p>A resource is one line of JSON, and so is its answer, an OperationOutcome. Every definition in the folders (profiles,
 * value sets, code systems, questionnaires; in Bundles too) is known. The exit status is 1 when there is an error.
 * Codes of systems that are not here (SNOMED CT, LOINC) are warnings, for nobody offline can know them.
 */
public final class FhirValidation {

  private FhirValidation() {}

  public static void main(String[] folders) throws IOException {
    var fhir = FhirContext.forR4();
    var validator = validator(fhir, folders);
    var faulty = new AtomicBoolean();
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      lines.lines().toList().parallelStream()
          .map(
              line -> {
                var result = validator.validateWithResult(line);
                faulty.compareAndSet(false, !result.isSuccessful());
                return fhir.newJsonParser().encodeResourceToString(result.toOperationOutcome());
              })
          .forEachOrdered(System.out::println);
    }
    System.exit(faulty.get() ? 1 : 0);
  }

  private static FhirValidator validator(FhirContext fhir, String[] folders) throws IOException {
    var questionnaires = new Questionnaires(fhir);
    var known =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(fhir),
            definitions(fhir, folders, questionnaires),
            questionnaires,
            new CommonCodeSystemsTerminologyService(fhir),
            new InMemoryTerminologyServerValidationSupport(fhir),
            new SnapshotGeneratingValidationSupport(fhir));
    var engine = new FhirInstanceValidator(known);
    engine.setErrorForUnknownProfiles(true);
    engine.setAnyExtensionsAllowed(true);
    engine.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    return fhir.newValidator().registerValidatorModule(engine);
  }

  private static PrePopulatedValidationSupport definitions(
      FhirContext fhir, String[] folders, Questionnaires questionnaires) throws IOException {
    var found = new PrePopulatedValidationSupport(fhir);
    for (var folder : folders) {
      try (var files = Files.walk(Path.of(folder))) {
        for (var file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
          add(read(fhir, file), found, questionnaires);
        }
      }
    }
    return found;
  }

  private static Resource read(FhirContext fhir, Path file) {
    try {
      return (Resource) fhir.newJsonParser().parseResource(Files.readString(file));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void add(Resource resource, PrePopulatedValidationSupport found, Questionnaires questionnaires) {
    if (resource instanceof Bundle bundle) {
      bundle.getEntry().forEach(entry -> add(entry.getResource(), found, questionnaires));
    } else if (resource instanceof Questionnaire questionnaire) {
      questionnaires.byUrl.put(questionnaire.getUrl(), questionnaire);
    } else if (resource instanceof MetadataResource definition) {
      found.addResource(definition);
    }
  }

  /** The engine finds a questionnaire, of whatever version, only where it is asked for as a plain resource. */
  private static final class Questionnaires implements IValidationSupport {

    private final FhirContext fhir;
    private final Map<String, Questionnaire> byUrl = new HashMap<>();

    Questionnaires(FhirContext fhir) {
      this.fhir = fhir;
    }

    @Override
    public FhirContext getFhirContext() {
      return fhir;
    }

    @Override
    public <T extends IBaseResource> T fetchResource(Class<T> type, String url) {
      var found = type != null && type.isAssignableFrom(Questionnaire.class) ? byUrl.get(url.split("[|]")[0]) : null;
      return found == null ? null : type.cast(found);
    }
  }
}
