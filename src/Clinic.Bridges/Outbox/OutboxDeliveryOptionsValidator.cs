using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Outbox;

/// <summary>Checks the options when the host starts.</summary>
[OptionsValidator]
internal sealed partial class OutboxDeliveryOptionsValidator : IValidateOptions<OutboxDeliveryOptions>;
