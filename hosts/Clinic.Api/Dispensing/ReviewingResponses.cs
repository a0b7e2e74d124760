using Clinic.Dispensing.Billing;
using Clinic.Dispensing.Patterns;
using NodaTime;

namespace Clinic.Api.Dispensing;

/// <summary>What a scan of a period found.</summary>
/// <param name="From">The first date.</param>
/// <param name="Through">The last date.</param>
/// <param name="Deliveries">Delivered lots that were looked at.</param>
/// <param name="Patterns">The groups that stand out, the clearest first.</param>
public sealed record LossReviewResponse(LocalDate From, LocalDate Through, long Deliveries, IReadOnlyList<LossPatternResponse> Patterns);

/// <summary>One group that stands out.</summary>
/// <param name="Text">In words, in the language of the request.</param>
/// <param name="Pattern">In figures, with the rows behind it.</param>
public sealed record LossPatternResponse(string Text, LossPattern Pattern);

/// <summary>A bill to compare deliveries with.</summary>
/// <param name="Billed">What was billed; left out, the billing of the clinic is asked.</param>
public sealed record BillRequest(IReadOnlyList<BilledLine>? Billed = null);
