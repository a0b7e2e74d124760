using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Storage.Turso;

/// <summary>Turns what the database holds into .NET values: exactly, or not at all.</summary>
internal static class FieldReader
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private const NumberStyles Fraction = NumberStyles.Float;
    private const double UnixEpochJulian = 2_440_587.5;

    public static object Value(Results row, int column) => row.Kind(column) switch
    {
        ValueKind.Integer => row.Integer(column),
        ValueKind.Real => row.Real(column),
        ValueKind.Text => row.Text(column),
        ValueKind.Blob => row.Blob(column),
        _ => DBNull.Value,
    };

    public static long Int64(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Integer => row.Integer(column),
            ValueKind.Real when IsWhole(row.Real(column)) => (long)row.Real(column),
            ValueKind.Text when long.TryParse(row.Text(column), Whole, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw Wrong(row, column, kind, "an integer"),
        };
    }

    public static double Double(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Real => row.Real(column),
            ValueKind.Integer => row.Integer(column),
            ValueKind.Text when double.TryParse(row.Text(column), Fraction, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
            _ => throw Wrong(row, column, kind, "a number"),
        };
    }

    public static decimal Decimal(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Text when decimal.TryParse(row.Text(column), Fraction, CultureInfo.InvariantCulture, out var number) => number,
            ValueKind.Integer => row.Integer(column),
            ValueKind.Real => (decimal)row.Real(column),
            _ => throw Wrong(row, column, kind, "a decimal"),
        };
    }

    public static string Text(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Text => row.Text(column),
            ValueKind.Integer => row.Integer(column).ToString(CultureInfo.InvariantCulture),
            ValueKind.Real => row.Real(column).ToString("R", CultureInfo.InvariantCulture),
            _ => throw Wrong(row, column, kind, "a text"),
        };
    }

    public static byte[] Bytes(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Blob => row.Blob(column),
            ValueKind.Text => System.Text.Encoding.UTF8.GetBytes(row.Text(column)),
            _ => throw Wrong(row, column, kind, "bytes"),
        };
    }

    public static Guid Uuid(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Text when Guid.TryParse(row.Text(column), out var id) => id,
            ValueKind.Blob when row.Bytes(column).Length == 16 => new Guid(row.Bytes(column)),
            _ => throw Wrong(row, column, kind, "a UUID"),
        };
    }

    public static char Char(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Text when row.Text(column) is [var letter] => letter,
            ValueKind.Integer => checked((char)row.Integer(column)),
            _ => throw Wrong(row, column, kind, "one character"),
        };
    }

    public static DateTime ToDateTime(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Text when System.DateTime.TryParse(row.Text(column), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
            ValueKind.Real or ValueKind.Integer => FromJulian(row, column, kind),
            _ => throw Wrong(row, column, kind, "a date and time"),
        };
    }

    public static DateTimeOffset ToDateTimeOffset(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Text when System.DateTimeOffset.TryParse(row.Text(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
            ValueKind.Real or ValueKind.Integer => new DateTimeOffset(FromJulian(row, column, kind), TimeSpan.Zero),
            _ => throw Wrong(row, column, kind, "a date and time with offset"),
        };
    }

    public static DateOnly ToDateOnly(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Text when System.DateOnly.TryParse(row.Text(column), CultureInfo.InvariantCulture, out var date) => date,
            ValueKind.Real or ValueKind.Integer => System.DateOnly.FromDateTime(FromJulian(row, column, kind)),
            _ => throw Wrong(row, column, kind, "a date"),
        };
    }

    public static TimeOnly ToTimeOnly(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind == ValueKind.Text && System.TimeOnly.TryParse(row.Text(column), CultureInfo.InvariantCulture, out var time)
            ? time
            : throw Wrong(row, column, kind, "a time of day");
    }

    public static TimeSpan ToTimeSpan(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind switch
        {
            ValueKind.Text when System.TimeSpan.TryParse(row.Text(column), CultureInfo.InvariantCulture, out var span) => span,
            ValueKind.Real or ValueKind.Integer => System.TimeSpan.FromDays(Double(row, column)),
            _ => throw Wrong(row, column, kind, "a duration"),
        };
    }

    public static Instant ToInstant(Results row, int column)
    {
        var kind = row.Kind(column);
        return kind == ValueKind.Integer ? Clinic.Abstractions.InstantExtensions.FromUnixTimeMicroseconds(row.Integer(column)) : throw Wrong(row, column, kind, "an instant in microseconds");
    }

    public static T Parse<T>(Results row, int column, IPattern<T> pattern, string wanted)
    {
        var kind = row.Kind(column);
        return kind == ValueKind.Text && pattern.Parse(row.Text(column)).TryGetValue(default!, out var value) ? value : throw Wrong(row, column, kind, wanted);
    }

    /// <summary>The error for a value that is something else; it names the column and never the value.</summary>
    public static InvalidCastException Wrong(Results row, int column, ValueKind kind, string wanted)
    {
        var name = column < row.Columns.Length ? row.Columns[column].Name : "";
        return new InvalidCastException(kind == ValueKind.Null
            ? $"The column {column} ({name}) is NULL and no {Bare(wanted)}; ask IsDBNull first."
            : $"The column {column} ({name}) holds a value of the kind {kind} that is not {wanted}.");
    }

    private static string Bare(string wanted) => wanted[(wanted.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static bool IsWhole(double number) => number == Math.Truncate(number) && number is >= -9_223_372_036_854_775_808d and < 9_223_372_036_854_775_808d;

    private static DateTime FromJulian(Results row, int column, ValueKind kind)
    {
        var days = Double(row, column) - UnixEpochJulian;
        if (days is < -719_162 or > 2_932_896.999_999_99) throw Wrong(row, column, kind, "a Julian day of a date");
        return System.DateTime.UnixEpoch.AddTicks((long)Math.Round(days * System.TimeSpan.TicksPerDay / 10_000) * 10_000) is var time
            ? System.DateTime.SpecifyKind(time, DateTimeKind.Unspecified)
            : default;
    }
}
