using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>From an open stay to its row. Pure.</summary>
public static class OpenStayRows
{
    /// <summary>The row of a stay whose clock runs or stands still, with the prices of its site.</summary>
    /// <exception cref="ArgumentException">The stay is not open.</exception>
    public static OpenStayRow Of(EmergencyStay stay, TariffsInForce prices, Instant now)
    {
        ArgumentNullException.ThrowIfNull(stay);
        if (!stay.IsOpen || stay.StartedAt is not { } started) throw new ArgumentException($"The stay {stay.Id} is {stay.Status}.", nameof(stay));
        var (figures, unpriced) = Price(stay, prices, now);
        return new()
        {
            Stay = stay.Id,
            Encounter = stay.Encounter,
            Status = stay.Status,
            Clinical = stay.Clinical,
            Acuity = stay.Acuity,
            Department = stay.Department,
            Payer = stay.Payer,
            Registered = stay.RegisteredAt,
            Started = started,
            SinceArrival = now - stay.RegisteredAt,
            PausedSince = stay.PausedAt,
            Pause = stay.PausedAt is null ? null : stay.Effective.Last(e => e.Kind == StayEventKind.Paused).Original.Pause,
            Running = figures?.Running,
            Billed = figures?.Billed,
            Currency = figures?.Total.Currency,
            Total = figures?.Total.Amount,
            ByPatient = figures?.Payers.Sum(p => p.ByPatient.Amount),
            Unpriced = unpriced,
        };
    }

    // One stay without a price must not hide all others.
    private static (Statement? Figures, string? Unpriced) Price(EmergencyStay stay, TariffsInForce prices, Instant now)
    {
        try
        {
            return (StayInquiries.Price(stay, prices, now), null);
        }
        catch (EmergencyBillingException e)
        {
            return (null, e.Code);
        }
    }
}
