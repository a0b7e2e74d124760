using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Lots;

/// <summary>Which lots are asked for; every part that is null takes all.</summary>
/// <param name="Presentation">Of one presentation.</param>
/// <param name="Number">With this number, compared exactly.</param>
/// <param name="Status">In this status.</param>
/// <param name="ExpiresBefore">With an expiration date before this date.</param>
public sealed record LotQuery(
    PresentationId? Presentation = null, LotNumber? Number = null, LotStatus? Status = null, LocalDate? ExpiresBefore = null);
