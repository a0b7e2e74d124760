using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>The validity of the request has passed.</summary>
    public const string Lapsed = "DSP130";

    /// <summary>The validity is in the past or too long.</summary>
    public const string ValidityWrong = "DSP131";

    /// <summary>The class of medicine demands a prescription number.</summary>
    public const string PrescriptionMissing = "DSP132";

    /// <summary>All allowed refills have been dispensed or requested.</summary>
    public const string RefillsExceeded = "DSP133";

    /// <summary>A refill asks for another product, unit or more than the first.</summary>
    public const string RefillDiffers = "DSP134";

    /// <summary>A refill names the first dispensation, not another refill.</summary>
    public const string RefillOfRefill = "DSP135";

    /// <summary>A refill is for another patient or department than the first.</summary>
    public const string RefillTargetDiffers = "DSP136";

    /// <summary>The first dispensation was never authorised, or was taken back.</summary>
    public const string RefillNotAuthorised = "DSP137";

    /// <summary>Only the requester or the authoriser takes a request back.</summary>
    public const string WithdrawnByOther = "DSP138";

    /// <summary>Only who wrote a draft sends it off.</summary>
    public const string SubmittedByOther = "DSP139";

    private static IEnumerable<RuleText> RequestsTexts() =>
    [
        new(Lapsed, RuleKind.Refused,
            "The request {dispensation} was valid until {until}; it is {now}.",
            "La solicitud {dispensation} era válida hasta {until}; son las {now}."),
        new(ValidityWrong, RuleKind.Malformed,
            "Valid until {asked} is not allowed; it must be after {now} and at most {allowed} ahead.",
            "No se permite la validez hasta {asked}; debe ser después de {now} y a lo sumo {allowed} más tarde."),
        new(PrescriptionMissing, RuleKind.Refused,
            "A controlled medicine needs the number of its prescription.",
            "Un medicamento controlado necesita el número de su receta."),
        new(RefillsExceeded, RuleKind.Refused,
            "The dispensation {dispensation} allows {allowed} refills and has {found}.",
            "La dispensación {dispensation} permite {allowed} repeticiones y tiene {found}."),
        new(RefillDiffers, RuleKind.Refused,
            "A refill of {dispensation} asks for {asked} of {presentation}; the first had {allowed}.",
            "Una repetición de {dispensation} pide {asked} de {presentation}; la primera tenía {allowed}."),
        new(RefillOfRefill, RuleKind.Malformed,
            "{dispensation} is itself a refill; name the first dispensation, {allowed}.",
            "{dispensation} es una repetición; nombre la primera dispensación, {allowed}."),
        new(RefillTargetDiffers, RuleKind.Refused,
            "A refill is for the patient and department of {dispensation}.",
            "Una repetición es para el paciente y el departamento de {dispensation}."),
        new(RefillNotAuthorised, RuleKind.Refused,
            "{dispensation} was not authorised or did not stand, so it has no refills.",
            "{dispensation} no fue autorizada o quedó sin efecto, por lo que no tiene repeticiones."),
        new(WithdrawnByOther, RuleKind.Forbidden,
            "Only the requester or the authoriser may withdraw {dispensation}.",
            "Solo quien solicitó o autorizó puede retirar {dispensation}."),
        new(SubmittedByOther, RuleKind.Forbidden,
            "Only who wrote the draft {dispensation} may send it off.",
            "Solo quien escribió el borrador {dispensation} puede enviarlo."),
    ];
}
