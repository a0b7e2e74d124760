using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Benchmarks.EmergencyBilling;

/// <summary>The usual way to price a stay: ask every minute for its local time and price, add up, cap each date, tax the sum.</summary>
internal static class MinuteWalk
{
    /// <summary>Subtotal and tax in whole cents.</summary>
    public static (decimal Subtotal, decimal Tax) Price(RatingRequest request)
    {
        var stay = request.Stay;
        var end = stay.End ?? request.Now;
        var terms = request.Tariffs.Find(null, null, stay.Terms[0].Acuity, stay.Start)!.Terms;
        var days = new Dictionary<LocalDate, decimal>();
        for (var at = stay.Start; at < end; at += Duration.FromMinutes(1))
        {
            if (IsPaused(stay, at)) continue;
            var local = at.InZone(request.Zone).LocalDateTime;
            days[local.Date] = days.GetValueOrDefault(local.Date) + PerHour(terms, local.TimeOfDay);
        }

        var sum = 0m;
        foreach (var day in days.Values) sum += Math.Min(day / 60m, terms.Caps[0].Amount);
        var subtotal = Math.Round(sum, 2, MidpointRounding.AwayFromZero);
        return (subtotal, Math.Round(subtotal * terms.Taxes[0].Percent / 100m, 2, MidpointRounding.AwayFromZero));
    }

    private static bool IsPaused(StayTimeline stay, Instant at)
    {
        foreach (var pause in stay.Pauses)
        {
            if (at >= pause.From && (pause.To is not { } to || at < to)) return true;
        }

        return false;
    }

    private static decimal PerHour(TariffTerms terms, LocalTime time)
    {
        foreach (var component in terms.Components)
        {
            if (component.Restriction.Bands is not [var band]) return ((LinearPrice)component).PerHour;
            if (band.From < band.To ? time >= band.From && time < band.To : time >= band.From || time < band.To) return ((LinearPrice)component).PerHour;
        }

        throw new InvalidOperationException("The last price always applies.");
    }
}
