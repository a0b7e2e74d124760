using System.Globalization;
using Clinic.Abstractions;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Storage.Turso;

/// <summary>One bound value in the one form in which the database keeps it.</summary>
/// <remarks>
/// Instants are integer microseconds, dates ISO text, ids lower-case UUID text, decimals exact text.
/// Written with implicit conversions, so that a list of values reads like the list of columns.
/// </remarks>
internal readonly struct SqlValue
{
    private readonly object? reference;
    private readonly Guid uuid;

    private SqlValue(long number)
    {
        Kind = SqlValueKind.Integer;
        Number = number;
    }

    private SqlValue(double number)
    {
        Kind = SqlValueKind.Real;
        Number = BitConverter.DoubleToInt64Bits(number);
    }

    private SqlValue(Guid value)
    {
        Kind = SqlValueKind.Uuid;
        uuid = value;
    }

    private SqlValue(SqlValueKind kind, object? value)
    {
        Kind = value is null ? SqlValueKind.Null : kind;
        reference = value;
    }

    public static SqlValue Null => default;

    public SqlValueKind Kind { get; }

    public long Number { get; }

    public double Real => BitConverter.Int64BitsToDouble(Number);

    public Guid Uuid => uuid;

    public string Text => (string)reference!;

    public byte[] Blob => (byte[])reference!;

    public static implicit operator SqlValue(long value) => new(value);

    public static implicit operator SqlValue(long? value) => value is { } known ? new(known) : Null;

    public static implicit operator SqlValue(int value) => new((long)value);

    public static implicit operator SqlValue(int? value) => value is { } known ? new((long)known) : Null;

    public static implicit operator SqlValue(bool value) => new(value ? 1L : 0L);

    /// <summary>A floating number; SQLite keeps no NaN, and servers lose infinities.</summary>
    public static implicit operator SqlValue(double value) =>
        double.IsFinite(value) ? new(value) : throw new ArgumentOutOfRangeException(nameof(value), "The number is infinite or not a number, and cannot be stored.");

    public static implicit operator SqlValue(string? value) => new(SqlValueKind.Text, Utf16.Checked(value));

    public static implicit operator SqlValue(Guid value) => new(value);

    public static implicit operator SqlValue(Guid? value) => value is { } known ? new(known) : Null;

    public static implicit operator SqlValue(Instant value) => new(value.ToUnixTimeMicroseconds());

    public static implicit operator SqlValue(Instant? value) => value is { } known ? known : Null;

    public static implicit operator SqlValue(LocalDate value) => new(SqlValueKind.Text, LocalDatePattern.Iso.Format(value));

    public static implicit operator SqlValue(LocalDate? value) => value is { } known ? known : Null;

    public static implicit operator SqlValue(decimal value) => new(SqlValueKind.Text, value.ToString(CultureInfo.InvariantCulture));

    public static implicit operator SqlValue(decimal? value) => value is { } known ? known : Null;

    public static implicit operator SqlValue(byte[]? value) => new(SqlValueKind.Blob, value);

    /// <summary>A text that came from the database.</summary>
    public static SqlValue Received(string text) => new(SqlValueKind.Text, text);

    /// <summary>Bytes, copied.</summary>
    public static SqlValue Of(ReadOnlyMemory<byte> value) => new(SqlValueKind.Blob, value.ToArray());

    /// <summary>An enum as the lower-case name of its value.</summary>
    public static SqlValue Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => new(SqlValueKind.Text, EnumText<TEnum>.Of(value));

    /// <summary>The kind only; values may be private.</summary>
    public override string ToString() => Kind.ToString();
}
