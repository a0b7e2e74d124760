using Microsoft.Extensions.Options;

namespace Clinic.Pharmacy.Reports;

/// <summary>Checks the options at start; source-generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class ReportOptionsValidator : IValidateOptions<ReportOptions>;
