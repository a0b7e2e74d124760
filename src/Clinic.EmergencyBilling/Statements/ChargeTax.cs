using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>The tax of one rate, rounded once over all its lines.</summary>
/// <param name="Code">The code of the rate.</param>
/// <param name="Category">Its kind.</param>
/// <param name="Percent">The rate.</param>
/// <param name="Base">What is taxed, without the tax.</param>
/// <param name="Amount">The tax.</param>
public sealed record ChargeTax(string Code, TaxCategory Category, decimal Percent, decimal Base, decimal Amount);
