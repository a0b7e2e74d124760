using Microsoft.Extensions.Options;

namespace Clinic.Pharmacy.Sales;

/// <summary>Checks the options at start; source-generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class SalesOptionsValidator : IValidateOptions<SalesOptions>;
