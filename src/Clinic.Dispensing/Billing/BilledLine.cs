using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Billing;

/// <summary>What a bill says was given; credit lines are taken off before.</summary>
/// <param name="Id">What the billing system calls the line, once per bill; 1 to 100 characters.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Quantity">How much was billed; more than zero, in the base unit, a pack or the account unit.</param>
/// <param name="Dispensation">The dispensation that the bill names, or null.</param>
/// <param name="Line">The line of it that the bill names, or null.</param>
public sealed record BilledLine(string Id, PresentationId Presentation, Quantity Quantity, DispensationId? Dispensation = null, int? Line = null);
