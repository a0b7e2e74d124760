using Microsoft.Extensions.Options;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Checks the options at start; source-generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class RequisitionOptionsValidator : IValidateOptions<RequisitionOptions>;
