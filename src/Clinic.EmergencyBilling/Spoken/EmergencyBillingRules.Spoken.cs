using Clinic.Abstractions;

namespace Clinic.EmergencyBilling;

public static partial class EmergencyBillingRules
{
    /// <summary>Nothing was said.</summary>
    public const string SpokenEmpty = "EMB701";

    /// <summary>The sentence is longer than any command.</summary>
    public const string SpokenTooLong = "EMB702";

    /// <summary>The text has characters that hide or reorder what was written.</summary>
    public const string SpokenCharacters = "EMB703";

    /// <summary>No known command begins the sentence.</summary>
    public const string SpokenNoCommand = "EMB704";

    /// <summary>The sentence denies, cancels or corrects itself.</summary>
    public const string SpokenWithdrawn = "EMB705";

    /// <summary>The sentence holds more than one command.</summary>
    public const string SpokenTwoCommands = "EMB706";

    /// <summary>The same part is said twice.</summary>
    public const string SpokenSaidTwice = "EMB707";

    /// <summary>It is not clear whether the clock shall pause or end.</summary>
    public const string SpokenPauseOrClose = "EMB708";

    /// <summary>The recogniser of speech was not sure enough.</summary>
    public const string SpokenUnsure = "EMB709";

    /// <summary>The patient has no open stay.</summary>
    public const string SpokenNoStay = "EMB711";

    /// <summary>The clock of the stay does not stand where the command needs it.</summary>
    public const string SpokenWrongStatus = "EMB712";

    /// <summary>What was said is no time of day, or a time that is not exact.</summary>
    public const string SpokenTimeMalformed = "EMB713";

    /// <summary>The time lies further back than a spoken command may reach.</summary>
    public const string SpokenTimeTooFar = "EMB714";

    /// <summary>The time lies before the patient arrived.</summary>
    public const string SpokenTimeBeforeArrival = "EMB715";

    /// <summary>The clock was put forward over the time said.</summary>
    public const string SpokenTimeSkipped = "EMB716";

    /// <summary>The reason is longer than the log of a stay takes.</summary>
    public const string SpokenReasonTooLong = "EMB717";

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
            "The sentence does not begin with a known command about the clock.",
            "La frase no comienza con una orden conocida sobre el conteo."),
        new(SpokenWithdrawn, RuleKind.Malformed,
            "The sentence denies, cancels or corrects something; nothing was done. Say the command again from its beginning.",
            "La frase niega, cancela o corrige algo; no se hizo nada. Diga la orden de nuevo desde el principio."),
        new(SpokenTwoCommands, RuleKind.Malformed,
            "The sentence holds more than one command; say them one by one.",
            "La frase contiene más de una orden; dígalas una por una."),
        new(SpokenSaidTwice, RuleKind.Malformed,
            "One part of the command is said twice; say each part once.",
            "Una parte de la orden se dijo dos veces; diga cada parte una sola vez."),
        new(SpokenPauseOrClose, RuleKind.Malformed,
            "It is not clear whether the clock shall pause or end; say pause or close.",
            "No queda claro si el conteo debe pausarse o terminar; diga pausar o cerrar."),
        new(SpokenUnsure, RuleKind.Refused,
            "The sentence was heard with a certainty of {found}; needed is {allowed}. Say it again, or type it.",
            "La frase se oyó con una certeza de {found}; se necesita {allowed}. Repítala o escríbala."),
        new(SpokenNoStay, RuleKind.NotFound,
            "This patient has no open stay in emergency.",
            "Este paciente no tiene una estadía abierta en emergencia."),
        new(SpokenWrongStatus, RuleKind.Refused,
            "The command {trigger} does not fit: the stay is {status}.",
            "No se puede {trigger}: la estadía está {status}."),
        new(SpokenTimeMalformed, RuleKind.Malformed,
            "That is no exact time; say it as in 'at 14:30' or '10 minutes ago'.",
            "Esa no es una hora exacta; dígala como en «a las 14:30» o «hace 10 minutos»."),
        new(SpokenTimeTooFar, RuleKind.Refused,
            "The time lies more than {allowed} hours back; enter it at the desk.",
            "La hora es de hace más de {allowed} horas; ingrésela en recepción."),
        new(SpokenTimeBeforeArrival, RuleKind.Refused,
            "The time {found} lies before the arrival at {allowed}.",
            "La hora {found} es anterior a la llegada, a las {allowed}."),
        new(SpokenTimeSkipped, RuleKind.Refused,
            "The clock was put forward over {found} that day; say another time.",
            "Ese día el reloj se adelantó y las {found} no existieron; diga otra hora."),
        new(SpokenReasonTooLong, RuleKind.Malformed,
            "The reason has {found} characters; at most {allowed} are kept.",
            "El motivo tiene {found} caracteres; se guardan como máximo {allowed}."),
    ];
}
