using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Clinic.Canonical;

/// <summary>Writes values so that equal content gives equal bytes on every machine, and other content other bytes.</summary>
internal sealed class CanonicalBytes
{
    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    // The length comes first, so that no two lists of values give the same bytes.
    public CanonicalBytes Text(string? text)
    {
        var content = text is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text)}:{text}");
        bytes.Write(Encoding.UTF8.GetBytes(content));
        return this;
    }

    public CanonicalBytes Number(long? number) => Text(number?.ToString(CultureInfo.InvariantCulture));

    // 10.0 and 10.00 are the same price.
    public CanonicalBytes Amount(decimal? amount) => Text(amount?.ToString("0.############################", CultureInfo.InvariantCulture));

    public CanonicalBytes Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => Text(value.ToString());

    public CanonicalBytes Length(Duration? duration) => Number(duration is { } d ? (long)d.TotalSeconds : null);

    public CanonicalBytes Moment(Instant? instant) => Number(instant?.ToUnixTimeTicks());

    public CanonicalBytes Date(LocalDate? date) => Text(date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    public CanonicalBytes Each<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Number(items.Count);
        foreach (var item in items) write(item);
        return this;
    }

    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Written));
}
