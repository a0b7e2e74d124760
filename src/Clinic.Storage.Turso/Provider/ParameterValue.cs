using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Storage.Turso;

/// <summary>Turns values of parameters into what the database holds.</summary>
internal static class ParameterValue
{
    public const string DateTimeFormat = @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF";
    public const string DateTimeOffsetFormat = @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFFzzz";
    public const string DateFormat = @"yyyy\-MM\-dd";
    private const string TimeFormat = @"HH\:mm\:ss.FFFFFFF";

    /// <exception cref="OverflowException">The number is larger than 64 bits with a sign.</exception>
    /// <exception cref="ArgumentException">The value is infinite, no number, or half of a character.</exception>
    /// <exception cref="InvalidOperationException">There is no way to store the type.</exception>
    public static SqlValue Of(object value) => value switch
    {
        string text => text,
        long number => number,
        int number => number,
        DBNull => SqlValue.Null,
        bool known => known,
        double number => number,
        decimal number => number,
        byte[] bytes => bytes,
        Guid id => id,
        Instant instant => instant,
        LocalDate date => date,
        DateTime time => time.ToString(DateTimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString(DateTimeOffsetFormat, CultureInfo.InvariantCulture),
        Enum known => OfEnum(known),
        short number => number,
        byte number => number,
        float number => (double)number,
        char letter => letter.ToString(),
        _ => OfRare(value),
    };

    private static SqlValue OfRare(object value) => value switch
    {
        sbyte number => (int)number,
        ushort number => (int)number,
        uint number => (long)number,
        ulong number => OfUnsigned(number),
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        LocalTime time => LocalTimePattern.ExtendedIso.Format(time),
        LocalDateTime time => LocalDateTimePattern.ExtendedIso.Format(time),
        Duration duration => DurationPattern.Roundtrip.Format(duration),
        ReadOnlyMemory<byte> bytes => SqlValue.Of(bytes),
        Memory<byte> bytes => SqlValue.Of(bytes),
        ArraySegment<byte> bytes => SqlValue.Of(bytes),
        Stream stream => OfStream(stream),
        _ => throw new InvalidOperationException(
            $"Values of the type {value.GetType()} cannot be stored; give a number, text, bytes, date, time, id or enum, or convert it first."),
    };

    private static SqlValue OfUnsigned(ulong number) => number <= long.MaxValue
        ? (long)number
        : throw new OverflowException("The number is larger than 9223372036854775807, the largest that the database holds as an integer.");

    private static SqlValue OfEnum(Enum value) => Type.GetTypeCode(value.GetType()) == TypeCode.UInt64
        ? OfUnsigned(((IConvertible)value).ToUInt64(CultureInfo.InvariantCulture))
        : ((IConvertible)value).ToInt64(CultureInfo.InvariantCulture);

    private static SqlValue OfStream(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
