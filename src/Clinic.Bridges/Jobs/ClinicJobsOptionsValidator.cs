using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Jobs;

/// <summary>Checks the options when the host starts.</summary>
[OptionsValidator]
internal sealed partial class ClinicJobsOptionsValidator : IValidateOptions<ClinicJobsOptions>;
