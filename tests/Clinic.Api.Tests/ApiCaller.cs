using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Clinic.Api.Tests;

/// <summary>Somebody who calls the API, signed in or not.</summary>
public sealed class ApiCaller(HttpClient client)
{
    public HttpClient Client => client;

    public string? RefreshToken { get; private set; }

    public async Task<ApiAnswer> TrySignInAsync(string name, string password) =>
        await SendAsync(HttpMethod.Post, "/api/v1/sign-in", new { signInName = name, password }, r => r.Headers.Remove("Idempotency-Key"));

    public async Task SignInAsync(string name, string password)
    {
        var answer = await TrySignInAsync(name, password);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Use(answer);
    }

    public void Use(ApiAnswer tokens)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Json["accessToken"]!.GetValue<string>());
        RefreshToken = tokens.Json["refreshToken"]!.GetValue<string>();
    }

    public ApiCaller Speaking(string languages)
    {
        client.DefaultRequestHeaders.Remove("Accept-Language");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", languages);
        return this;
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<ApiAnswer> PostAsync(string path, object? body = null, string? key = null, Action<HttpRequestMessage>? change = null) =>
        SendAsync(HttpMethod.Post, path, body ?? new { }, change, key);

    public async Task<ApiAnswer> OkAsync(string path, object? body = null, string? key = null)
    {
        var answer = await PostAsync(path, body, key);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Text}");
        return answer;
    }

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, object? body, Action<HttpRequestMessage>? change = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method != HttpMethod.Get) request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        if (body is HttpContent content) request.Content = content;
        else if (body is string text) request.Content = new StringContent(text, Encoding.UTF8, "application/json");
        else if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        change?.Invoke(request);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new(response.StatusCode, answer, headers);
    }
}
