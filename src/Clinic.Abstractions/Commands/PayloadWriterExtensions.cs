using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Abstractions;

/// <summary>Values of the domain in their one invariant form.</summary>
public static class PayloadWriterExtensions
{
    /// <summary>Adds an id.</summary>
    public static void Write<TId>(this IPayloadWriter payload, string name, TId id)
        where TId : struct, IClinicId<TId> => To(payload).Write(name, ClinicId.Text(id.Value));

    /// <summary>Adds an id that may be missing.</summary>
    public static void Write<TId>(this IPayloadWriter payload, string name, TId? id)
        where TId : struct, IClinicId<TId> => To(payload).Write(name, id is { } known ? ClinicId.Text(known.Value) : null);

    /// <summary>Adds a figure; 1.0 and 1.00 are the same.</summary>
    public static void Write(this IPayloadWriter payload, string name, decimal value) =>
        To(payload).Write(name, value.ToString("0.############################", CultureInfo.InvariantCulture));

    /// <summary>Adds a figure that may be missing.</summary>
    public static void Write(this IPayloadWriter payload, string name, decimal? value) =>
        To(payload).Write(name, value?.ToString("0.############################", CultureInfo.InvariantCulture));

    /// <summary>Adds a whole number.</summary>
    public static void Write(this IPayloadWriter payload, string name, long value) =>
        To(payload).Write(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a yes or no.</summary>
    public static void Write(this IPayloadWriter payload, string name, bool value) => To(payload).Write(name, value ? "true" : "false");

    /// <summary>Adds an instant that may be missing.</summary>
    public static void Write(this IPayloadWriter payload, string name, Instant? value) =>
        To(payload).Write(name, value is { } known ? InstantPattern.ExtendedIso.Format(known) : null);

    /// <summary>Adds a calendar date that may be missing.</summary>
    public static void Write(this IPayloadWriter payload, string name, LocalDate? value) =>
        To(payload).Write(name, value is { } known ? LocalDatePattern.Iso.Format(known) : null);

    /// <summary>Adds a quantity with its unit.</summary>
    public static void Write(this IPayloadWriter payload, string name, Quantity value) => To(payload).Write(name, value.ToString());

    /// <summary>Adds an amount with its currency.</summary>
    public static void Write(this IPayloadWriter payload, string name, Money value)
    {
        To(payload).Write(name, value.Amount);
        payload.Write(name + ".currency", value.Currency.Code);
    }

    private static IPayloadWriter To(IPayloadWriter payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return payload;
    }
}
