using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Clinic.Abstractions;

namespace Clinic.Api.Binding;

/// <summary>Seals the marks of pages, so that a mark that was cut, typed or taken from another list is refused and never misread.</summary>
internal static class PageMarks
{
    private const int SealBytes = 6;

    /// <summary>The mark as clients see it, bound to the route that gave it.</summary>
    public static string Seal(HttpContext http, string mark)
    {
        var bytes = Encoding.UTF8.GetBytes(mark);
        return Base64Url.EncodeToString([.. SealOf(http, bytes), .. bytes]);
    }

    /// <summary>The mark as stores know it, or null when it is none of this route's.</summary>
    public static string? Open(HttpContext http, string sealedMark)
    {
        if (!Base64Url.IsValid(sealedMark)) return null;
        var bytes = Base64Url.DecodeFromChars(sealedMark);
        if (bytes.Length <= SealBytes) return null;
        var mark = bytes.AsSpan(SealBytes);
        return SealOf(http, mark).AsSpan().SequenceEqual(bytes.AsSpan(0, SealBytes)) ? Encoding.UTF8.GetString(mark) : null;
    }

    /// <summary>Seals the mark of whatever page a route answers.</summary>
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        if (answer is null || !answer.GetType().IsGenericType || answer.GetType().GetGenericTypeDefinition() != typeof(Page<>)) return answer;
        var seal = typeof(PageMarks).GetMethod(nameof(SealPage), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        return seal.MakeGenericMethod(answer.GetType().GetGenericArguments()).Invoke(null, [context.HttpContext, answer]);
    }

    private static Page<T> SealPage<T>(HttpContext http, Page<T> page) => page.Next is { } mark ? page with { Next = Seal(http, mark) } : page;

    private static byte[] SealOf(HttpContext http, ReadOnlySpan<byte> mark)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        return SHA256.HashData([.. Encoding.UTF8.GetBytes(route), 0, .. mark])[..SealBytes];
    }
}
