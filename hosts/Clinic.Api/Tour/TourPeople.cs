using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Clinic.Api.Binding;
using Clinic.Api.Demo;

namespace Clinic.Api.Tour;

/// <summary>The demo people, each with a client of their own.</summary>
internal sealed class TourPeople(string address)
{
    private readonly Dictionary<string, HttpClient> clients = new(StringComparer.Ordinal);

    /// <summary>The site that every request names; null while the clinic has one.</summary>
    public string? Site
    {
        get;
        set
        {
            field = value;
            foreach (var client in clients.Values) Name(client);
        }
    }

    public async Task<TourAnswer> GetAsync(string who, string path) =>
        await AnswerAsync(await (await ClientAsync(who)).GetAsync(new Uri(path, UriKind.Relative)));

    public async Task<(string Type, byte[] Bytes)> GetBytesAsync(string who, string path)
    {
        using var response = await (await ClientAsync(who)).GetAsync(new Uri(path, UriKind.Relative));
        return response.IsSuccessStatusCode
            ? (response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsByteArrayAsync())
            : throw new TourFailure($"{(int)response.StatusCode}");
    }

    public Task<TourAnswer> PostAsync(string who, string path, JsonNode body, Guid? key = null) =>
        PostAsync(who, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), key ?? Guid.CreateVersion7());

    public Task<TourAnswer> PostWithoutKeyAsync(string who, string path, JsonNode body) =>
        PostAsync(who, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), null);

    public Task<TourAnswer> PostCsvAsync(string who, string path, string csv) =>
        PostAsync(who, path, new StringContent(csv, Encoding.UTF8, "text/csv"), Guid.CreateVersion7());

    public Task<TourAnswer> PostTextAsync(string who, string path, string text) =>
        PostAsync(who, path, new StringContent(text, Encoding.UTF8, "text/plain"), Guid.CreateVersion7());

    private async Task<TourAnswer> PostAsync(string who, string path, HttpContent content, Guid? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Content = content;
        if (key is { } id) request.Headers.Add(IdempotencyKey.Header, id.ToString());
        return await AnswerAsync(await (await ClientAsync(who)).SendAsync(request));
    }

    private async Task<HttpClient> ClientAsync(string who)
    {
        if (clients.TryGetValue(who, out var known)) return known;
        var client = new HttpClient { BaseAddress = new Uri($"{address}/api/v1/") };
        client.DefaultRequestHeaders.AcceptLanguage.Add(new("en"));
        if (who != "nobody")
        {
            var signIn = new JsonObject { ["signInName"] = who, ["password"] = DemoPeople.Password };
            var answer = await AnswerAsync(await client.PostAsync(new Uri("sign-in", UriKind.Relative), new StringContent(signIn.ToJsonString(), Encoding.UTF8, "application/json")));
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.Ok().Text("accessToken"));
        }

        Name(client);
        clients.Add(who, client);
        return client;
    }

    private void Name(HttpClient client)
    {
        client.DefaultRequestHeaders.Remove(SiteCommand.Header);
        if (Site is not null) client.DefaultRequestHeaders.Add(SiteCommand.Header, Site);
    }

    private static async Task<TourAnswer> AnswerAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return new((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
        }
    }
}
