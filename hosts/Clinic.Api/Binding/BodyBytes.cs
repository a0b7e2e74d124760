using Clinic.Abstractions;
using Clinic.Api.Problems;

namespace Clinic.Api.Binding;

/// <summary>Reads a body up to a limit; what is longer is refused before it is kept.</summary>
public static class BodyBytes
{
    /// <summary>The most bytes of a JSON body: 1 MiB.</summary>
    public const int LargestJson = 1 << 20;

    /// <summary>The most bytes of a CSV body: 32 MiB.</summary>
    public const int LargestCsv = 32 << 20;

    /// <summary>Lets routing take a body of any type, so that a request without a token is told that first; the type is checked after.</summary>
    public const string AnyType = "*/*";

    /// <summary>The most bytes of the JSON of a request; with an attachment, as many more as that is long in base64.</summary>
    public static int LargestOf(HttpContext http, Type request)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!request.IsAssignableTo(typeof(ICarriesAttachment))) return LargestJson;
        var largest = http.RequestServices.GetRequiredService<AttachmentOptions>().LargestBytes;
        return LargestJson + System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(largest);
    }

    /// <summary>The whole body.</summary>
    /// <exception cref="ApiException">It is larger than allowed.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, int largest)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.ContentLength > largest) throw TooLarge(largest);
        using var all = new MemoryStream((int)(http.Request.ContentLength ?? 1024));
        var part = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(part, http.RequestAborted)) > 0)
        {
            if (all.Length + read > largest) throw TooLarge(largest);
            all.Write(part, 0, read);
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }

    private static ApiException TooLarge(int largest) => new(413, ApiRules.BodyTooLarge, ("allowed", largest));
}
