using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>The file is not readable as CSV.</summary>
    public const string CsvUnreadable = "PHA501";

    /// <summary>A required column is missing in the header.</summary>
    public const string CsvColumnMissing = "PHA502";

    /// <summary>A cell cannot be read.</summary>
    public const string CsvCellInvalid = "PHA503";

    /// <summary>A row contradicts another row or what is stored.</summary>
    public const string CsvRowContradicts = "PHA504";

    /// <summary>The file has too many rows or characters.</summary>
    public const string CsvTooLarge = "PHA505";

    private static IEnumerable<RuleText> ImportsTexts() =>
    [
        new(CsvUnreadable, RuleKind.Malformed,
            "Line {line}: {reason}.",
            "Línea {line}: {reason}."),
        new(CsvColumnMissing, RuleKind.Malformed,
            "The column {column} is missing; found {found}.",
            "Falta la columna {column}; se encontró {found}."),
        new(CsvCellInvalid, RuleKind.Malformed,
            "Row {row}, column {column}: found {found}; allowed is {allowed}.",
            "Fila {row}, columna {column}: se encontró {found}; se admite {allowed}."),
        new(CsvRowContradicts, RuleKind.Refused,
            "Row {row}, column {column}: {found} contradicts {allowed}.",
            "Fila {row}, columna {column}: {found} contradice {allowed}."),
        new(CsvTooLarge, RuleKind.Malformed,
            "The file has {found}; at most {allowed}.",
            "El archivo tiene {found}; como máximo {allowed}."),
    ];
}
