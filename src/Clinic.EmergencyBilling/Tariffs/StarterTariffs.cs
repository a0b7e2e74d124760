using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Examples to begin a tariff with. None is authoritative for any country: prices, taxes and limits are the clinic's.</summary>
public static class StarterTariffs
{
    /// <summary>Each begun hour costs a whole hour.</summary>
    /// <param name="perHour">The amount for one hour.</param>
    public static TariffTerms HourAndFraction(decimal perHour) => new()
    {
        Metering = new() { Block = BlockRounding.Up(Duration.FromHours(1)) },
        Components = [new LinearPrice("HORA", "Hora o fracción de emergencia", TaxRule.Exempt.Code, perHour)],
    };

    /// <summary>The first hour at one price, each begun fraction after it at another.</summary>
    /// <param name="firstHour">The price of the first hour, from its first second.</param>
    /// <param name="fraction">The length of a fraction.</param>
    /// <param name="perFraction">The price of a fraction.</param>
    public static TariffTerms FirstHourPlusFractions(decimal firstHour, Duration fraction, decimal perFraction) => new()
    {
        Components =
        [
            new FirstBlockPrice("HORA1", "Primera hora y fracciones de emergencia", TaxRule.Exempt.Code, Duration.FromHours(1), firstHour, fraction, perFraction, Duration.FromSeconds(1)),
        ],
    };

    /// <summary>One rate by day, another from 22:00 to 06:00, in begun quarters of an hour.</summary>
    /// <param name="dayPerHour">The amount for an hour of the day.</param>
    /// <param name="nightPerHour">The amount for an hour of the night.</param>
    public static TariffTerms DayAndNight(decimal dayPerHour, decimal nightPerHour) => new()
    {
        Metering = new() { Block = BlockRounding.Up(Duration.FromMinutes(15)) },
        Components =
        [
            new LinearPrice("NOCHE", "Hora nocturna de emergencia", TaxRule.Exempt.Code, nightPerHour)
            {
                Restriction = new() { Bands = [new(new(22, 0), new(6, 0))] },
            },
            new LinearPrice("DIA", "Hora diurna de emergencia", TaxRule.Exempt.Code, dayPerHour),
        ],
    };
}
