using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>No dispensation of this id is stored.</summary>
    public const string DispensationUnknown = "DSP101";

    /// <summary>The product is unknown or taken out of use.</summary>
    public const string ProductUnknown = "DSP102";

    /// <summary>The dispensation has no line of this number.</summary>
    public const string LineUnknown = "DSP103";

    /// <summary>The version the caller read is not the stored one.</summary>
    public const string StaleVersion = "DSP104";

    /// <summary>A field is missing, too long or out of range.</summary>
    public const string FieldInvalid = "DSP105";

    /// <summary>The serving location is unknown, of another site, or not to pick from.</summary>
    public const string LocationUnknown = "DSP106";

    /// <summary>The receiving department is unknown at this site.</summary>
    public const string DepartmentUnknown = "DSP107";

    /// <summary>The patient is not in the directory.</summary>
    public const string PatientUnknown = "DSP108";

    /// <summary>The person is unknown or no longer acts.</summary>
    public const string PersonUnknown = "DSP109";

    /// <summary>A command has too few or too many lines.</summary>
    public const string LinesWrong = "DSP110";

    /// <summary>One presentation occurs in two lines.</summary>
    public const string ProductTwice = "DSP111";

    /// <summary>The product is not counted in this unit.</summary>
    public const string UnitUnknown = "DSP112";

    /// <summary>A quantity must be more than zero.</summary>
    public const string QuantityNotPositive = "DSP113";

    /// <summary>A quantity has more decimals than the product is counted in.</summary>
    public const string QuantityTooFine = "DSP114";

    /// <summary>A request names no receiving department.</summary>
    public const string TargetMissing = "DSP115";

    /// <summary>No checklist of this id is in use.</summary>
    public const string ChecklistUnknown = "DSP116";

    /// <summary>The checklist has no item of this presentation.</summary>
    public const string ChecklistItemUnknown = "DSP117";

    /// <summary>The encounter does not belong to the patient.</summary>
    public const string EncounterUnknown = "DSP118";

    /// <summary>A quantity is beyond anything that is dispensed.</summary>
    public const string QuantityTooLarge = "DSP119";

    /// <summary>The machine does not allow this now.</summary>
    public const string TransitionRefused = "DSP120";

    /// <summary>Something was handed over, so it cannot be called an error.</summary>
    public const string PhysicalActivity = "DSP121";

    private static IEnumerable<RuleText> GeneralTexts() =>
    [
        new(DispensationUnknown, RuleKind.NotFound,
            "The dispensation {dispensation} is not known.",
            "No se conoce la dispensación {dispensation}."),
        new(ProductUnknown, RuleKind.NotFound,
            "The presentation {presentation} is not known or no longer dispensed.",
            "La presentación {presentation} no se conoce o ya no se dispensa."),
        new(LineUnknown, RuleKind.NotFound,
            "The dispensation {dispensation} has no line {line}.",
            "La dispensación {dispensation} no tiene la línea {line}."),
        new(StaleVersion, RuleKind.Conflict,
            "The dispensation {dispensation} has version {found}, not {asked}; read it again.",
            "La dispensación {dispensation} tiene la versión {found}, no {asked}; vuelva a leerla."),
        new(FieldInvalid, RuleKind.Malformed,
            "The field {field} holds {found}; allowed is {allowed}.",
            "El campo {field} contiene {found}; se permite {allowed}."),
        new(LocationUnknown, RuleKind.NotFound,
            "The location {location} is not a place of this site to dispense from.",
            "La ubicación {location} no es un lugar de esta sede desde el que se dispense."),
        new(DepartmentUnknown, RuleKind.NotFound,
            "The department {department} is not known at this site.",
            "No se conoce el departamento {department} en esta sede."),
        new(PatientUnknown, RuleKind.NotFound,
            "The patient {patient} is not known.",
            "No se conoce al paciente {patient}."),
        new(PersonUnknown, RuleKind.NotFound,
            "The person {person} is not known or no longer active.",
            "No se conoce a la persona {person} o ya no está activa."),
        new(LinesWrong, RuleKind.Malformed,
            "{found} lines were given; allowed are 1 to {allowed}.",
            "Se dieron {found} líneas; se permiten de 1 a {allowed}."),
        new(ProductTwice, RuleKind.Malformed,
            "The presentation {presentation} occurs more than once.",
            "La presentación {presentation} aparece más de una vez."),
        new(UnitUnknown, RuleKind.Malformed,
            "The unit {found} is not one of {presentation}; allowed: {allowed}.",
            "La unidad {found} no es de {presentation}; se permite: {allowed}."),
        new(QuantityNotPositive, RuleKind.Malformed,
            "The quantity {found} is not more than zero.",
            "La cantidad {found} no es mayor que cero."),
        new(QuantityTooFine, RuleKind.Malformed,
            "The quantity {found} is finer than {allowed} decimals of {unit}; nothing is rounded.",
            "La cantidad {found} es más fina que {allowed} decimales de {unit}; nada se redondea."),
        new(TargetMissing, RuleKind.Malformed,
            "A dispensation names the department that receives and uses it; found none. The patient is optional.",
            "Una dispensación indica el departamento que la recibe y la usa; no hay ninguno. El paciente es opcional."),
        new(ChecklistUnknown, RuleKind.NotFound,
            "The checklist {checklist} is not known or no longer used.",
            "No se conoce la lista {checklist} o ya no se usa."),
        new(ChecklistItemUnknown, RuleKind.Refused,
            "The checklist {checklist} has no item {presentation}.",
            "La lista {checklist} no tiene el ítem {presentation}."),
        new(EncounterUnknown, RuleKind.NotFound,
            "The encounter {encounter} is not one of the patient.",
            "El encuentro {encounter} no es del paciente."),
        new(QuantityTooLarge, RuleKind.Malformed,
            "The quantity {found} is more than {allowed}.",
            "La cantidad {found} es mayor que {allowed}."),
        new(TransitionRefused, RuleKind.Refused,
            "{trigger} is not allowed while the {machine} status is {status}; allowed now: {allowed}; unmet conditions: {unmet}.",
            "{trigger} no se permite con el estado {status} ({machine}); se permite ahora: {allowed}; condiciones no cumplidas: {unmet}."),
        new(PhysicalActivity, RuleKind.Refused,
            "Something of {dispensation} was handed over; use return, stop or a correction instead.",
            "Algo de {dispensation} ya se entregó; use devolución, detención o corrección."),
    ];
}
