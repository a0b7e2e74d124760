using System.Globalization;
using Clinic.Pharmacy.Lots;

namespace Clinic.Pharmacy.Imports;

/// <summary>Reads the cells of one row; every cell that cannot be read is noted with row and column.</summary>
internal sealed class CsvCells(CsvTable table, CsvRow row, Failures failures)
{
    private readonly HashSet<string> reported = new(StringComparer.Ordinal);

    public int Number => row.Number;

    public bool Any(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (table.Cell(row, column) is not null) return true;
        }

        return false;
    }

    public string? Text(string column) => table.Cell(row, column);

    public string Required(string column)
    {
        var cell = table.Cell(row, column);
        if (cell is null) Invalid(column, "nothing", "a text");
        return cell ?? "";
    }

    public decimal? Decimal(string column) => table.Cell(row, column) is { } cell ? Parsed(column, cell) : null;

    public decimal RequiredDecimal(string column)
    {
        var cell = Required(column);
        return cell.Length == 0 ? 0 : Parsed(column, cell) ?? 0;
    }

    public int Whole(string column, int otherwise)
    {
        if (table.Cell(row, column) is not { } cell) return otherwise;
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
        Invalid(column, cell, "a whole number");
        return otherwise;
    }

    public bool YesNo(string column, bool otherwise)
    {
        var cell = table.Cell(row, column)?.ToLowerInvariant();
        switch (cell)
        {
            case null: return otherwise;
            case "yes" or "true" or "1" or "si" or "sí": return true;
            case "no" or "false" or "0": return false;
            default:
                Invalid(column, cell, "yes or no (sí, no)");
                return otherwise;
        }
    }

    public TEnum OneOf<TEnum>(string column, TEnum otherwise)
        where TEnum : struct, Enum
    {
        if (table.Cell(row, column) is not { } cell) return otherwise;
        // Names only: a number would name a value that nobody can read.
        var name = Enum.GetNames<TEnum>().FirstOrDefault(n => string.Equals(n, cell, StringComparison.OrdinalIgnoreCase));
        if (name is not null) return Enum.Parse<TEnum>(name);
        Invalid(column, cell, string.Join(", ", Enum.GetNames<TEnum>()));
        return otherwise;
    }

    public ExpirationDate? Expiration(string column)
    {
        if (table.Cell(row, column) is not { } cell) return null;
        if (ExpirationDate.TryParse(cell, out var expiration)) return expiration;
        Invalid(column, cell, "a date such as 2026-11-30, or a month such as 2026-11");
        return null;
    }

    public IReadOnlyList<string> List(string column) =>
        table.Cell(row, column) is { } cell ? cell.Split('|', StringSplitOptions.TrimEntries) : [];

    public decimal? Parsed(string column, string text)
    {
        var comma = text.Contains(',', StringComparison.Ordinal);
        var point = text.Contains('.', StringComparison.Ordinal);
        // In files of Spanish spreadsheets a comma is the decimal sign; three digits after one could also be thousands.
        var ambiguous = table.Separator == ';' && (comma || point) && text.Length - text.IndexOfAny([',', '.']) == 4 && text[0] != '0';
        var usual = table.Separator == ';' && comma && !point ? text.Replace(',', '.') : text;
        if (!ambiguous && decimal.TryParse(usual, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return value;
        Invalid(column, text, ambiguous ? "a number without thousands signs; write 1234 or 1.2340" : "a number such as 12.5");
        return null;
    }

    public void Invalid(string column, object? found, string allowed)
    {
        reported.Add(column);
        failures.Add(PharmacyRules.CsvCellInvalid, ("row", row.Number), ("column", column), ("found", found), ("allowed", allowed));
    }

    public void Contradicts(string column, object? found, string with) =>
        failures.Add(PharmacyRules.CsvRowContradicts, ("row", row.Number), ("column", column), ("found", found), ("allowed", with));

    /// <summary>Runs what may refuse, and notes the refusals against the columns of this row, each column once.</summary>
    /// <param name="code">The column that names the thing; it stands for refusals that are about no field.</param>
    /// <param name="columns">The column of each field of the domain that is called otherwise.</param>
    /// <param name="make">What may refuse.</param>
    public T? Try<T>(string code, IReadOnlyDictionary<string, string> columns, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (PharmacyException e)
        {
            foreach (var f in e.Failures)
            {
                var field = f.Facts.GetValueOrDefault("field");
                var column = field is null ? code : columns.GetValueOrDefault(field, field);
                if (field is not null && reported.Contains(column)) continue;
                if (field is null) Invalid(column, Text(code), PharmacyRules.Texts.Describe(f, "en"));
                else Invalid(column, f.Facts["found"], f.Facts["allowed"]);
            }

            return null;
        }
    }
}
