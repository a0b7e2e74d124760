using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Bridges.Billing;

/// <summary>What of one lot was delivered to a visit at one time and did not come back.</summary>
/// <param name="Reference">Names the charge; parts of several hand-overs share it.</param>
/// <param name="Line">What is priced together: one line of a dispensation, or one product of a posting.</param>
/// <param name="Presentation">The product.</param>
/// <param name="Lot">The lot.</param>
/// <param name="At">When it was handed over.</param>
/// <param name="Quantity">How much, in base units; more than zero.</param>
internal sealed record DeliveredPart(string Reference, string Line, PresentationId Presentation, LotId Lot, Instant At, decimal Quantity);
