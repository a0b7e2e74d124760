using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Dispensing;

/// <summary>Checks the options at start; source-generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class PharmacyStockOptionsValidator : IValidateOptions<PharmacyStockOptions>;
