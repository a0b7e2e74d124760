using System.Buffers.Binary;
using System.Globalization;

namespace Clinic.Transcription.Deepgram.Tests.Loopback;

/// <summary>Listens as the service does: each tenth of a second of audio is a word that says which one it is.</summary>
/// <remarks>So a test sees what was heard, once or twice or not at all, and whether its time is right.</remarks>
internal static class Hearing
{
    public const int BlockBytes = 3_200;
    private const int BlocksOfFinal = 5;

    /// <summary>A tenth of a second whose every sample is its number.</summary>
    public static byte[] Block(int number)
    {
        var block = new byte[BlockBytes];
        for (var i = 0; i < block.Length; i += 2) BinaryPrimitives.WriteInt16LittleEndian(block.AsSpan(i), (short)number);
        return block;
    }

    /// <summary>Hears until the client ends, or until so many blocks came.</summary>
    public static async Task<bool> HearAsync(Peer peer, int blocks = int.MaxValue, int speaker = 0, TimeSpan delay = default)
    {
        await peer.AcceptAsync();
        var (heard, told) = (new List<int>(), 0);
        var rest = new List<byte>();
        while (await peer.NextAsync() is { } message)
        {
            if (message.Audio is { } audio)
            {
                rest.AddRange(audio);
                while (rest.Count >= BlockBytes)
                {
                    heard.Add(BinaryPrimitives.ReadInt16LittleEndian(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rest)));
                    rest.RemoveRange(0, BlockBytes);
                    if (delay > TimeSpan.Zero) await Task.Delay(delay);
                    var final = heard.Count % BlocksOfFinal == 0;
                    await peer.SendAsync(Results(heard, told, heard.Count, final, speaker));
                    if (final) told = heard.Count;
                    if (heard.Count == blocks) return false;
                }
            }
            else if (message.Type == "Finalize")
            {
                await peer.SendAsync(Results(heard, told, heard.Count, final: true, speaker, finalize: true));
                told = heard.Count;
            }
            else if (message.Type == "Configure")
            {
                await peer.SendAsync("""{"type":"ConfigureSuccess","request_id":"r"}""");
            }
            else if (message.Type == "CloseStream")
            {
                await peer.SendAsync(Results(heard, told, heard.Count, final: true, speaker));
                await peer.SendAsync("""{"type":"Metadata","duration":1.0,"channels":1}""");
                await peer.CloseAsync(1000);
                return true;
            }
        }

        return true;
    }

    public static string Results(IReadOnlyList<int> heard, int from, int to, bool final, int speaker = 0, bool finalize = false)
    {
        var words = string.Join(',', Enumerable.Range(from, to - from).Select(i => string.Create(CultureInfo.InvariantCulture,
            $$"""{"word":"w{{heard[i]}}","start":{{i / 10.0}},"end":{{(i + 1) / 10.0}},"confidence":0.9,"speaker":{{speaker}}}""")));
        return string.Create(CultureInfo.InvariantCulture,
            $$"""
            {"type":"Results","channel_index":[0,1],"start":{{from / 10.0}},"duration":{{(to - from) / 10.0}},
             "is_final":{{(final ? "true" : "false")}},"speech_final":false,"from_finalize":{{(finalize ? "true" : "false")}},
             "channel": {"alternatives": [ {"transcript":"{{(to > from ? "w" : "")}}","confidence":0.9,"words":[ {{words}} ] } ] } }
            """);
    }
}
