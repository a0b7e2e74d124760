using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Dispensing.Billing;

/// <summary>What a line of a dispensation delivered and did not take back.</summary>
/// <param name="Dispensation">The dispensation.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Quantity">Delivered less counted returns, and less waste where it is not charged, in the account unit; zero when all came back.</param>
/// <param name="Unit">The account unit.</param>
/// <param name="At">When it was first handed over.</param>
public sealed record DeliveredLine(DispensationId Dispensation, int Line, PresentationId Presentation, decimal Quantity, UnitCode Unit, Instant At);
