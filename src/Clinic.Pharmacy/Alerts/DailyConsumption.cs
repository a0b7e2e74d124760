using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>What one day used, and whether there was anything to use.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Net">Issued less returned on that day, in base units; negative when more came back.</param>
/// <param name="InStock">False when on hand was 0 from the first to the last minute.</param>
public sealed record DailyConsumption(LocalDate Day, decimal Net, bool InStock);
