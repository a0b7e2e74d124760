using Clinic.Dispensing.HandOvers;

namespace Clinic.Dispensing.Billing;

/// <summary>What of one hand-over of a lot is charged.</summary>
/// <param name="HandOver">The hand-over, whose date decides the price.</param>
/// <param name="Quantity">How much, in base units; zero when all of it came back.</param>
public sealed record ChargedIssue(HandOverId HandOver, decimal Quantity);
