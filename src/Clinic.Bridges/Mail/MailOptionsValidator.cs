using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Mail;

/// <summary>Checks the options when the host starts.</summary>
[OptionsValidator]
internal sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
