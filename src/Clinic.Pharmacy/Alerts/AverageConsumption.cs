namespace Clinic.Pharmacy.Alerts;

/// <summary>Average consumption corrected for days without stock. Pure.</summary>
/// <remarks>Net issues divided by the days on which something could be issued; an empty shelf says nothing about need.</remarks>
/// <seealso href="https://msh.org/resources/mds-3-managing-access-to-medicines-and-health-technologies/"/>
public static class AverageConsumption
{
    /// <summary>The average of some days, in any order.</summary>
    public static ConsumptionRate Of(IEnumerable<DailyConsumption> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var (all, inStock, net) = (0, 0, 0m);
        foreach (var day in days)
        {
            all++;
            // What comes back while the shelf is empty came in, so such a day was in stock.
            if (day.InStock) inStock++;
            net += day.Net;
        }

        return new(all, inStock, Math.Max(net, 0));
    }
}
