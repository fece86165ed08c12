import Banking
import Testing

@testable import Triggers

struct StableHashTests {
  /// Benchmarks/fixtures/stable_hash.py: mmh3 5 (MurmurHash3_x64_128, seed 0).
  @Test(
    "the hash is MurmurHash3 x64 128",
    arguments: [
      ("", 0, 0),
      ("a", 0x8555_5565_f659_7889, 0xe6b5_3a48_510e_895a),
      ("12345678", 0x3b4a_6406_38b1_419c, 0x913b_0e67_6bd4_2557),
      ("123456789", 0x3c84_645e_db66_cca4, 0x99f8_fac7_3a1e_a105),
      ("0123456789abcdef", 0x4be0_6d94_cf4a_d1a7, 0x87c3_5b5c_63a7_08da),
      ("0123456789abcdefg", 0x8e32_612d_aa45_f9de, 0x0800_f4c2_06c3_72ee),
      ("The quick brown fox jumps over the lazy dog", 0xe34b_bc7b_bc07_1b6c, 0x7a43_3ca9_c49a_9347),
    ] as [(String, UInt64, UInt64)])
  func reference(text: String, high: UInt64, low: UInt64) {
    let hash = StableHash(Array(text.utf8))
    #expect(hash.high == high && hash.low == low)
  }

  @Test("lists of texts are written with their lengths, so that none runs into the next")
  func parts() {
    #expect(StableHash("WHOLE", "12345") == StableHash(Array("5:WHOLE5:12345".utf8)))
    #expect(StableHash("ab", "c") != StableHash("a", "bc"))
  }

  @Test("a trigger's id is the UUID of version 8 of its natural key, and can be read back")
  func identifier() throws {
    // From the same script: hash ae31ed43a5eef833 f9f982bb1d405aaf, version and variant set.
    let id = TriggerID(
      bank: BankID("WHOLE"), client: ClientID(42), kind: .offer, product: ProductCode("ACQUIRING"), cycle: 1)
    #expect(id.description == "ae31ed43-a5ee-8833-b9f9-82bb1d405aaf")
    #expect(TriggerID(id.description) == id)
    #expect(TriggerID(id.description.uppercased()) == id)
    for broken in ["", "ae31ed43a5ee8833b9f982bb1d405aaf", "ae31ed43-a5ee-8833-b9f9-82bb1d405aa+"] {
      #expect(TriggerID(broken) == nil)
    }
  }

  @Test("ids of neighbouring keys do not meet")
  func distinct() {
    var ids: Set<TriggerID> = []
    for client in 1...2000 {
      for kind in TriggerKind.allCases {
        for cycle in 1...5 {
          ids.insert(
            TriggerID(
              bank: BankID("B"), client: ClientID(Int64(client)), kind: kind, product: ProductCode("P"), cycle: cycle))
        }
      }
    }
    #expect(ids.count == 2000 * TriggerKind.allCases.count * 5)
  }
}
