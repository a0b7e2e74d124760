using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Allocation;

/// <summary>How much is wanted, on which day, and how lots are chosen.</summary>
/// <param name="Wanted">More than zero, at the scale of the candidates.</param>
/// <param name="UsableOn">The date through which a lot must be usable: today at the site, or the end of the treatment.</param>
/// <param name="Multiple">The largest pack that cannot be opened, or one step; only whole ones leave a lot.</param>
/// <param name="Policy">How lots are chosen.</param>
public sealed record AllocationRequest(StockQuantity Wanted, LocalDate UsableOn, StockQuantity Multiple, AllocationPolicy Policy);
