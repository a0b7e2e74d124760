using Clinic.Abstractions;

namespace Clinic.Dispensing;

public static partial class DispensingRules
{
    /// <summary>Nothing was said.</summary>
    public const string SpokenEmpty = "DSP701";

    /// <summary>The sentence is longer than any command.</summary>
    public const string SpokenTooLong = "DSP702";

    /// <summary>The text has characters that hide or reorder what was written.</summary>
    public const string SpokenCharacters = "DSP703";

    /// <summary>No known command begins the sentence.</summary>
    public const string SpokenNoCommand = "DSP704";

    /// <summary>The sentence denies, cancels or corrects itself.</summary>
    public const string SpokenWithdrawn = "DSP705";

    /// <summary>The sentence holds more than one command.</summary>
    public const string SpokenTwoCommands = "DSP706";

    /// <summary>Words stand where they cannot be placed.</summary>
    public const string SpokenWordsLeft = "DSP707";

    /// <summary>The same part is said twice.</summary>
    public const string SpokenSaidTwice = "DSP708";

    /// <summary>An amount is zero or less.</summary>
    public const string SpokenNotPositive = "DSP711";

    /// <summary>An amount is absurdly large.</summary>
    public const string SpokenTooLarge = "DSP712";

    /// <summary>The unit said does not count this presentation.</summary>
    public const string SpokenUnitMismatch = "DSP713";

    /// <summary>The unit of the dose cannot be converted for this presentation.</summary>
    public const string SpokenDoseUnit = "DSP714";

    /// <summary>The dose is more than the containers hold.</summary>
    public const string SpokenDoseAboveContent = "DSP715";

    /// <summary>The body weight is none of a person.</summary>
    public const string SpokenWeight = "DSP716";

    /// <summary>The speaker is named as witness.</summary>
    public const string SpokenWitnessIsSpeaker = "DSP717";

    private static IEnumerable<RuleText> SpokenTexts() =>
    [
        new(SpokenEmpty, RuleKind.Malformed,
            "Nothing was said.",
            "No se dijo nada."),
        new(SpokenTooLong, RuleKind.Malformed,
            "The sentence has {found} characters; at most {allowed} are read.",
            "La frase tiene {found} caracteres; se leen como máximo {allowed}."),
        new(SpokenCharacters, RuleKind.Malformed,
            "Character {position} is {found}, which cannot be part of a command.",
            "El carácter {position} es {found}, que no puede formar parte de una orden."),
        new(SpokenNoCommand, RuleKind.Malformed,
            "The sentence does not begin with a known command.",
            "La frase no comienza con una orden conocida."),
        new(SpokenWithdrawn, RuleKind.Malformed,
            "The sentence denies, cancels or corrects something; nothing was done. Say the command again from its beginning.",
            "La frase niega, cancela o corrige algo; no se hizo nada. Diga la orden de nuevo desde el principio."),
        new(SpokenTwoCommands, RuleKind.Malformed,
            "The sentence holds more than one command; say them one by one.",
            "La frase contiene más de una orden; dígalas una por una."),
        new(SpokenWordsLeft, RuleKind.Malformed,
            "The sentence has words that could not be placed; nothing was done.",
            "La frase tiene palabras que no se pudieron ubicar; no se hizo nada."),
        new(SpokenSaidTwice, RuleKind.Malformed,
            "One part of the command is said twice; say each part once.",
            "Una parte de la orden se dijo dos veces; diga cada parte una sola vez."),
        new(SpokenNotPositive, RuleKind.Refused,
            "The amount is {asked}; it must be more than zero.",
            "La cantidad es {asked}; debe ser mayor que cero."),
        new(SpokenTooLarge, RuleKind.Refused,
            "The amount is {asked}; one spoken command takes at most {limit}.",
            "La cantidad es {asked}; una orden hablada admite como máximo {limit}."),
        new(SpokenUnitMismatch, RuleKind.Refused,
            "The unit {unit} does not count this presentation; it is counted in {baseUnit}.",
            "La unidad {unit} no sirve para contar esta presentación; se cuenta en {baseUnit}."),
        new(SpokenDoseUnit, RuleKind.Refused,
            "The unit {unit} cannot be converted for this presentation: its strength or content does not say how.",
            "La unidad {unit} no se puede convertir para esta presentación: su concentración o contenido no lo permite."),
        new(SpokenDoseAboveContent, RuleKind.Refused,
            "The dose {asked} is more than {quantity} can hold, which is {content}.",
            "La dosis {asked} es mayor que lo que puede contener {quantity}, que es {content}."),
        new(SpokenWeight, RuleKind.Refused,
            "The weight {asked} is not one of a person; expected is {limit}.",
            "El peso {asked} no corresponde a una persona; se espera {limit}."),
        new(SpokenWitnessIsSpeaker, RuleKind.Refused,
            "The speaker cannot be the witness of the same act.",
            "Quien habla no puede ser testigo del mismo acto."),
    ];
}
