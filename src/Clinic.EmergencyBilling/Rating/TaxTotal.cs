using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>The tax of one rate, rounded once over all its lines.</summary>
/// <param name="Tax">The rate.</param>
/// <param name="Base">What is taxed, without the tax.</param>
/// <param name="Amount">The tax.</param>
public sealed record TaxTotal(TaxRule Tax, Money Base, Money Amount);
