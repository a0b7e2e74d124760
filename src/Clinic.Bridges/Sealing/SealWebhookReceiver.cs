using System.Net.Http.Headers;
using System.Text;
using Clinic.Abstractions;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Sealing;

/// <summary>Posts each published seal to an address outside the clinic, under an idempotency key.</summary>
public sealed class SealWebhookReceiver(HttpClient client, IOptions<SealPublishingOptions> options) : IOutboxReceiver
{
    /// <inheritdoc/>
    public string Name => "seal webhook";

    /// <inheritdoc/>
    public async Task ReceiveAsync(OutboxEvent occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        if (occurrence.Type != PublishedSeal.EventType || options.Value.Webhook is not { } address) return;
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(occurrence.Json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", ClinicId.Text(occurrence.Id));
        if (options.Value.WebhookToken is { Length: > 0 } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }
}
