;; The sum of the products of two rows of signed bytes, `length` each: sixteen at a time, what is left one by one.
(module
  (memory (export "memory") 1)
  (func (export "product") (param $a i32) (param $b i32) (param $length i32) (result i32)
    (local $sums v128) (local $u v128) (local $v v128) (local $sum i32)
    (block $done
      (loop $sixteen
        (br_if $done (i32.lt_u (local.get $length) (i32.const 16)))
        (local.set $u (v128.load (local.get $a)))
        (local.set $v (v128.load (local.get $b)))
        (local.set $sums (i32x4.add (local.get $sums)
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $u)) (i16x8.extend_low_i8x16_s (local.get $v)))))
        (local.set $sums (i32x4.add (local.get $sums)
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $u)) (i16x8.extend_high_i8x16_s (local.get $v)))))
        (local.set $a (i32.add (local.get $a) (i32.const 16)))
        (local.set $b (i32.add (local.get $b) (i32.const 16)))
        (local.set $length (i32.sub (local.get $length) (i32.const 16)))
        (br $sixteen)))
    (local.set $sum (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
      (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums)))))
    (block $done
      (loop $one
        (br_if $done (i32.eqz (local.get $length)))
        (local.set $sum (i32.add (local.get $sum)
          (i32.mul (i32.load8_s (local.get $a)) (i32.load8_s (local.get $b)))))
        (local.set $a (i32.add (local.get $a) (i32.const 1)))
        (local.set $b (i32.add (local.get $b) (i32.const 1)))
        (local.set $length (i32.sub (local.get $length) (i32.const 1)))
        (br $one)))
    (local.get $sum)))
