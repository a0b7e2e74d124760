namespace Clinic.Transcription.Deepgram.Live;

/// <summary>The head of a recording in a container, which a new connection must hear first, and where audio can be entered again.</summary>
/// <remarks>Browsers send the head in their first piece only.</remarks>
internal sealed class ContainerHead(string mediaType)
{
    private const int LargestHead = 64 * 1024;

    private readonly List<byte> head = [];
    private readonly string kind = mediaType.Split(';')[0].Trim().ToLowerInvariant();
    private bool complete;

    public ReadOnlyMemory<byte> Bytes => head.ToArray();

    /// <summary>Looks at what is given first, until audio begins.</summary>
    public void See(ReadOnlySpan<byte> frame)
    {
        if (complete) return;
        var before = head.Count;
        head.AddRange(frame);
        var whole = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(head);
        var end = End(whole);
        complete = end >= 0 || head.Count > LargestHead;
        if (end >= 0) head.RemoveRange(end, head.Count - end);
        else if (complete) head.RemoveRange(Math.Min(before, LargestHead), head.Count - Math.Min(before, LargestHead));
    }

    /// <summary>Where in a frame audio can be entered; -1 where it cannot.</summary>
    public int Entry(ReadOnlySpan<byte> frame) => kind switch
    {
        "audio/webm" or "video/webm" => frame.IndexOf(Cluster),
        "audio/ogg" or "audio/opus" or "application/ogg" => frame.IndexOf("OggS"u8),
        "audio/mp4" or "audio/m4a" or "video/mp4" => frame.IndexOf("moof"u8) is >= 4 and var at ? at - 4 : -1,
        _ => 0,
    };

    private static ReadOnlySpan<byte> Cluster => [0x1f, 0x43, 0xb6, 0x75];

    private int End(ReadOnlySpan<byte> whole) => kind switch
    {
        "audio/wav" or "audio/wave" or "audio/x-wav" => whole.IndexOf("data"u8) is >= 0 and var data && whole.Length >= data + 8 ? data + 8 : -1,
        "audio/ogg" or "audio/opus" or "application/ogg" => FirstAudioPage(whole),
        "audio/webm" or "video/webm" or "audio/mp4" or "audio/m4a" or "video/mp4" => Entry(whole),
        _ => 0,
    };

    // Heads of Ogg have a granule of zero; the first page with another one is audio.
    private static int FirstAudioPage(ReadOnlySpan<byte> whole)
    {
        for (var at = 0; at >= 0 && at + 14 <= whole.Length;)
        {
            if (whole.Slice(at + 6, 8).ContainsAnyExcept((byte)0)) return at;
            var next = whole[(at + 4)..].IndexOf("OggS"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return -1;
    }
}
