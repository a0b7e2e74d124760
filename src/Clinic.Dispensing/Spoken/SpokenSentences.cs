using System.Globalization;
using Clinic.Abstractions;
using Clinic.Dispensing.Spoken.Reading;

namespace Clinic.Dispensing.Spoken;

/// <summary>What the speaker is told, in one language.</summary>
internal sealed class SpokenSentences(SpokenLanguage language)
{
    private static readonly string[] SpanishDigits = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"];
    private static readonly string[] EnglishDigits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private bool IsEnglish => language == SpokenLanguage.English;

    public string HandOver(SpokenPresentation presentation, SpokenPatient patient, Quantity quantity, Quantity? dose, string? measured) => IsEnglish
        ? $"Hand over {Of(quantity, presentation)} to {patient.Name}{(dose is { } d ? $"; dose {Figure(d)}{measured}" : "")}. Confirm?"
        : $"Entregar {Of(quantity, presentation)} a {patient.Name}{(dose is { } s ? $"; dosis {Figure(s)}{measured}" : "")}. ¿Confirma?";

    public string Dose(SpokenPresentation presentation, SpokenPatient patient, Quantity dose, string? measured) => IsEnglish
        ? $"Record a dose of {Figure(dose)}{measured} of {presentation.Name} to {patient.Name}. Confirm?"
        : $"Registrar una dosis de {Figure(dose)}{measured} de {presentation.Name} a {patient.Name}. ¿Confirma?";

    public string Return(SpokenPresentation presentation, SpokenPatient patient, Quantity quantity, string? reason) => IsEnglish
        ? $"Record the return of {Of(quantity, presentation)} from {patient.Name}{(reason is null ? "" : $"; reason: {reason}")}. Confirm?"
        : $"Registrar la devolución de {Of(quantity, presentation)} de {patient.Name}{(reason is null ? "" : $"; motivo: {reason}")}. ¿Confirma?";

    public string Waste(SpokenPresentation presentation, SpokenPatient patient, Quantity quantity, string reason, SpokenPerson witness) => IsEnglish
        ? $"Record the waste of {Of(quantity, presentation)} from {patient.Name}; reason: {reason}; witness: {witness.Name}. Confirm?"
        : $"Registrar el desecho de {Of(quantity, presentation)} de {patient.Name}; motivo: {reason}; testigo: {witness.Name}. ¿Confirma?";

    /// <summary>How a dose per kilogram came about.</summary>
    public string Measured(Quantity perKilogram, Quantity weight) => $" ({Plain(perKilogram)} × {Plain(weight)})";

    /// <summary>The question for parts that are uncertain, unknown or missing.</summary>
    public static string Ask(IEnumerable<SpokenSlot> slots, Func<SpokenSlot, string> question) => string.Join(' ', slots.Select(question));

    public string Missing(SpokenSlot slot) => slot switch
    {
        SpokenSlot.Quantity => IsEnglish ? "How much, and in which unit?" : "¿Cuánto y en qué unidad?",
        SpokenSlot.Medication => IsEnglish ? "Which medicine?" : "¿Qué medicamento?",
        SpokenSlot.Patient => IsEnglish ? "For which patient?" : "¿Para qué paciente?",
        SpokenSlot.Dose => IsEnglish ? "Which dose, and in which unit?" : "¿Qué dosis y en qué unidad?",
        SpokenSlot.Weight => IsEnglish ? "What does the patient weigh?" : "¿Cuánto pesa el paciente?",
        SpokenSlot.Reason => IsEnglish ? "For what reason?" : "¿Por qué motivo?",
        _ => IsEnglish ? "Who is the witness?" : "¿Quién es el testigo?",
    };

    public string Doubtful(SpokenSlot slot) => slot switch
    {
        SpokenSlot.Quantity => IsEnglish ? "Which amount do you mean?" : "¿Qué cantidad quiere decir?",
        SpokenSlot.Medication => IsEnglish ? "Which of these medicines?" : "¿Cuál de estos medicamentos?",
        SpokenSlot.Patient => IsEnglish ? "Which of these patients?" : "¿Cuál de estos pacientes?",
        SpokenSlot.Dose => IsEnglish ? "Which dose do you mean?" : "¿Qué dosis quiere decir?",
        SpokenSlot.Weight => IsEnglish ? "Which weight do you mean?" : "¿Qué peso quiere decir?",
        _ => IsEnglish ? "Which of these people?" : "¿Cuál de estas personas?",
    };

    public string NotFound(SpokenSlot slot) => slot switch
    {
        SpokenSlot.Medication => IsEnglish ? "No such medicine is known." : "No se conoce ese medicamento.",
        SpokenSlot.Patient => IsEnglish ? "No such patient is known." : "No se conoce a ese paciente.",
        _ => IsEnglish ? "No such person is known." : "No se conoce a esa persona.",
    };

    /// <summary>An amount with its unit as people say it.</summary>
    public string Plain(Quantity quantity) => $"{Number(quantity.Value)} {Unit(quantity)}";

    // Fifteen and fifty, sesenta and setenta: two digits and more are read back one by one.
    private string Figure(Quantity quantity)
    {
        var number = Number(quantity.Value);
        return number.Length == 1 ? Plain(quantity) : $"{number} ({string.Join(' ', number.Select(Digit))}) {Unit(quantity)}";
    }

    private string Of(Quantity quantity, SpokenPresentation presentation) => $"{Figure(quantity)} {(IsEnglish ? "of" : "de")} {presentation.Name}";

    private string Number(decimal value)
    {
        var text = value.ToString("0.############################", CultureInfo.InvariantCulture);
        return IsEnglish ? text : text.Replace('.', ',');
    }

    private string Digit(char digit) => digit switch
    {
        '-' => IsEnglish ? "minus" : "menos",
        ',' => "coma",
        '.' => "point",
        _ => (IsEnglish ? EnglishDigits : SpanishDigits)[digit - '0'],
    };

    private string Unit(Quantity quantity)
    {
        var code = quantity.Unit.Code;
        return code.EndsWith("/kg", StringComparison.Ordinal) ? $"{Unit(code[..^3], quantity.Value)}/kg" : Unit(code, quantity.Value);
    }

    // ISMP advises against µg and U in writing: mcg, and the word in full.
    private string Unit(string code, decimal value)
    {
        var isOne = value is > 0 and <= 1;
        if (code == "ug") return "mcg";
        var known = UnitWords.OfCode(code is "[iU]" ? "[iU]" : code is "U" ? "{loose}" : code);
        if (known is null || (known.Kind == UnitKind.Measure && code != "[iU]")) return code;
        var words = IsEnglish ? known.English : known.Spanish;
        return isOne || words.Length < 2 ? words[0] : words[1];
    }
}
