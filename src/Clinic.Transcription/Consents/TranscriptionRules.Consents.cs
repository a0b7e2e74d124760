using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>No form was published, or none of this version.</summary>
    public const string ConsentFormUnknown = "TRN201";

    /// <summary>The form that was shown is not the current one.</summary>
    public const string ConsentFormNotCurrent = "TRN202";

    /// <summary>The patient did not agree to what this needs.</summary>
    public const string ConsentMissing = "TRN203";

    /// <summary>The form does not ask for what was agreed to.</summary>
    public const string ConsentNotOffered = "TRN204";

    /// <summary>A decision by word of mouth needs somebody who heard it.</summary>
    public const string ConsentWitnessMissing = "TRN205";

    /// <summary>The witness is who writes it down, or nobody of the clinic.</summary>
    public const string ConsentWitnessNotDifferent = "TRN206";

    /// <summary>The form has no words in the language in which it was shown.</summary>
    public const string ConsentLanguageMissing = "TRN207";

    /// <summary>Somebody else published a form meanwhile.</summary>
    public const string StaleConsentForm = "TRN208";

    /// <summary>What is taken back was not agreed to.</summary>
    public const string NothingToWithdraw = "TRN209";

    private static IEnumerable<RuleText> ConsentTexts() =>
    [
        new(ConsentFormUnknown, RuleKind.NotFound,
            "There is no published consent form of version {version}.",
            "No hay un formulario de consentimiento publicado con la versión {version}."),
        new(ConsentFormNotCurrent, RuleKind.Refused,
            "Version {asked} of the consent form was shown; the current one is {current}.",
            "Se mostró la versión {asked} del formulario de consentimiento; la vigente es la {current}."),
        new(ConsentMissing, RuleKind.Refused,
            "{action} needs consent to {allowed}; given is {found}.",
            "{action} requiere consentimiento para {allowed}; otorgado: {found}."),
        new(ConsentNotOffered, RuleKind.Refused,
            "Version {version} of the consent form does not ask for {found}.",
            "La versión {version} del formulario de consentimiento no pide {found}."),
        new(ConsentWitnessMissing, RuleKind.Refused,
            "A decision by word of mouth needs a witness.",
            "Una decisión de palabra requiere un testigo."),
        new(ConsentWitnessNotDifferent, RuleKind.Refused,
            "The witness {witness} must be a person of the clinic other than who writes the decision down.",
            "El testigo {witness} debe ser una persona de la clínica distinta de quien anota la decisión."),
        new(ConsentLanguageMissing, RuleKind.Refused,
            "Version {version} of the consent form has no text in {language}.",
            "La versión {version} del formulario de consentimiento no tiene texto en {language}."),
        new(StaleConsentForm, RuleKind.Conflict,
            "The form was written after version {asked}; the current one is {found}.",
            "El formulario se escribió después de la versión {asked}; la vigente es la {found}."),
        new(NothingToWithdraw, RuleKind.Refused,
            "The consent to {found} was not given, so it cannot be taken back.",
            "No se dio consentimiento para {found}, así que no puede retirarse."),
    ];
}
